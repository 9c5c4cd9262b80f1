/** What the proxy of a school says of everybody in it. */
export const school = '203.0.113.7';
const pupils = 300;

/** Three hundred new guests from the school’s one address, who come in at once and, when told to come later, do so as a page does. */
export function aClass(address: string): AsyncDisposable & { refused: () => number } {
  let [over, refused] = [false, 0];
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': school };
  const comeIn = async () => {
    for (let failures = 0; !over; failures += 1) {
      const answer = await fetch(`${address}/api/v1/guests`, { method: 'POST', headers, body: JSON.stringify({ displayName: '同学' }) });
      await answer.arrayBuffer();
      if (answer.status !== 429) return;
      refused += 1;
      await new Promise((resolve) => setTimeout(resolve, 1_000 + Math.random() * Math.min(1_000 * 2 ** failures, 8_000)));
    }
  };
  const all = Promise.all(Array.from({ length: pupils }, comeIn));
  return {
    refused: () => refused,
    [Symbol.asyncDispose]: async () => {
      over = true;
      await all;
    },
  };
}
