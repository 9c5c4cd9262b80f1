/** What the proxy of a school says of everybody in it. */
export const school = '203.0.113.7';
export const aRound = 60;

/** New guests from the school’s one address, sixty at a time until the end of the scope: a class that comes in. */
export function aClass(address: string): AsyncDisposable & { refused: () => number } {
  let [over, refused] = [false, 0];
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': school };
  const comeIn = async () => {
    const answer = await fetch(`${address}/api/v1/guests`, { method: 'POST', headers, body: JSON.stringify({ displayName: '同学' }) });
    if (answer.status === 429) refused += 1;
  };
  const rounds = (async () => {
    while (!over) {
      await Promise.all(Array.from({ length: aRound }, comeIn));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  return {
    refused: () => refused,
    [Symbol.asyncDispose]: async () => {
      over = true;
      await rounds;
    },
  };
}
