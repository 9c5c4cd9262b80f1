/** What one has of a topic's history, and how one comes by more. */
export type History = {
  /** The lowest number that is known; Infinity when nothing is. */
  oldest: () => number;
  has: (seq: number) => boolean;
  /** Reads one more page; false when there was nothing more, or it did not arrive. */
  older: () => Promise<boolean>;
};

/** History is read this far back for one message that somebody answered. */
export const mostPagesBack = 10;

/**
 * Reads history until the number is known; false when it lies further back than one would wait for, when nothing more
 * comes, or when it was left out: a busy room is told in samples, so what lies between those that one has need not be there.
 */
export async function reach(seq: number, { oldest, has, older }: History): Promise<boolean> {
  for (let page = 0; page < mostPagesBack && oldest() > seq; page += 1) {
    const before = oldest();
    const more = await older();
    if (!more && oldest() === before) break;
  }
  return has(seq);
}
