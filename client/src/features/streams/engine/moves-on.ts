import { endOf, mediaOf } from './outline.rules.js';

const ANSWERS_WITHIN_MS = 5_000;

async function readText(address: string, left: AbortSignal): Promise<{ text: string; address: string } | undefined> {
  const late = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  const answer = await fetch(address, { signal: late, cache: 'no-store' });
  return answer.ok && !left.aborted ? { text: await answer.text(), address: answer.url } : undefined;
}

function pause(ms: number, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    left.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** Whether a live playlist can be had and moves on: two readings, a target duration apart. A picture is not asked for. */
export async function movesOn(address: string, left: AbortSignal): Promise<boolean> {
  try {
    const first = await readText(address, left);
    const media = first && mediaOf(first.text, first.address);
    const before = media === undefined ? first : await readText(media, left);
    const end = before && endOf(before.text);
    if (!before || !end) return false;
    await pause(end.targetS * 1_250, left);
    const after = await readText(before.address, left);
    return after !== undefined && (endOf(after.text)?.sequence ?? -1) > end.sequence;
  } catch {
    return false;
  }
}
