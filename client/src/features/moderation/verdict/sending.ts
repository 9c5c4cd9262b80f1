import { HubUnreachable, refusalOf } from '../../../platform/http.js';

/** After an attempt that nobody answered the next one is made; the last of these holds from then on. */
const againAfterMs = [1_000, 2_000, 4_000] as const;

/** One's own verdict was taken back while the hub had not heard of it. */
export class TakenBack extends Error {
  override readonly name = 'TakenBack';
}

/** Nobody has answered, or only that it cannot be done now: whether it was done is not known. */
function isUnanswered(error: unknown): boolean {
  const code = refusalOf(error)?.code;
  return error instanceof HubUnreachable || code === 'busy' || code === 'limit.reached';
}

/**
 * Asks until the hub says yes or no, however long it is away, or until `end` is aborted. Asked twice, a verdict is no second
 * effect: it is of one version of an item. `waits` is called each time that nobody has answered.
 */
export async function untilAnswered<Answer>(ask: () => Promise<Answer>, end: AbortSignal, waits: () => void, tried = 0): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!isUnanswered(error)) throw error;
  }
  waits();
  await aWhile(againAfterMs[Math.min(tried, againAfterMs.length - 1)] ?? 0, end);
  return untilAnswered(ask, end, waits, tried + 1);
}

/** Less when the network comes back meanwhile. */
function aWhile(ms: number, end: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const timer = setTimeout(() => settle(resolve), ms);
    const settle = (how: () => void) => {
      clearTimeout(timer);
      over.abort();
      how();
    };
    const giveUp = () => settle(() => reject(new TakenBack()));
    if (end.aborted) return giveUp();
    addEventListener('online', () => settle(resolve), { signal: over.signal });
    end.addEventListener('abort', giveUp, { signal: over.signal });
  });
}
