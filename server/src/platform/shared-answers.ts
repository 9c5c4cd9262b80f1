import { isDeepStrictEqual } from 'node:util';

type Limits = {
  /** So long an answer serves everybody who asks: a crowd that arrives at once costs one reading. */
  sharedMs?: number;
  /** Long answers stay fewer: which ones there are is up to whoever asks. */
  mostKept?: number;
};
type Kept<Answer> = { since: number; pending: Promise<Answer>; last?: Answer };

/**
 * Answers that are the same for everybody, read once for all who ask at the same time. While nothing but `at`
 * has changed the answer does not either, to the byte: caches and 304 live from that.
 */
export class SharedAnswers<Answer extends object> {
  private readonly kept = new Map<string, Kept<Answer>>();

  constructor(private readonly limits: Limits = {}) {}

  async of(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const { sharedMs = 250 } = this.limits;
    const since = performance.now();
    const known = this.kept.get(key);
    if (known && since - known.since < sharedMs) return known.pending;
    const pending = read().then((answer) => (known?.last && isSame(known.last, answer) ? known.last : answer));
    const kept: Kept<Answer> = { since, pending, last: known?.last };
    this.keep(key, kept);
    try {
      kept.last = await pending;
      return kept.last;
    } catch (error) {
      if (this.kept.get(key) === kept) this.kept.delete(key); // a failure is not shared with who asks next
      throw error;
    }
  }

  private keep(key: string, kept: Kept<Answer>): void {
    const { mostKept = 500 } = this.limits;
    this.kept.delete(key); // the latest comes last, so that the oldest goes first
    this.kept.set(key, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
  }
}

function isSame(before: object, now: object): boolean {
  return isDeepStrictEqual({ ...before, at: 0 }, { ...now, at: 0 });
}
