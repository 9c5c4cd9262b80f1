/** One thing that went wrong while a playlist or a segment was fetched. */
export type Trouble = {
  of: 'playlist' | 'segment';
  /**
   * - `gone`: the origin says that it is not there, or may not be had: it will say so again.
   * - `unreadable`: something else came, such as a page.
   * - `lost`: no answer: the network, CORS, or a time-out.
   */
  kind: 'gone' | 'unreadable' | 'lost';
};

/** The troubles in a row, since a segment or a playlist last came through. */
export type TroubleRow = { playlist: number; segment: number };
export const noTrouble: TroubleRow = { playlist: 0, segment: 0 };

/** How many in a row of each are borne while there is another link; a live playlist that is gone once is gone. */
const borne: Record<Trouble['of'], Record<Trouble['kind'], number>> = {
  playlist: { gone: 0, unreadable: 0, lost: 1 },
  segment: { gone: 1, unreadable: 1, lost: 1 },
};
/** With nowhere else to go one is asked for longer. */
const aloneTimes = 4;

/**
 * Whether a link is given up after one more trouble. A device without a network says nothing about a link: then nothing
 * is given up for it.
 */
export function judgeTrouble(
  before: TroubleRow,
  { of, kind }: Trouble,
  { others, online }: { others: boolean; online: boolean },
): { row: TroubleRow; givesUp: boolean } {
  if (!online) return { row: before, givesUp: false };
  const row = { ...before, [of]: before[of] + 1 };
  const patience = others ? borne[of][kind] : (borne[of][kind] + 1) * aloneTimes;
  return { row, givesUp: row[of] > patience };
}

/** What an answer's status says: none means that there was no answer. */
export function kindOf(status: number | undefined): Trouble['kind'] {
  if (status === undefined || status === 0 || status === 408 || status === 429 || status >= 500) return 'lost';
  return status >= 400 ? 'gone' : 'unreadable';
}

/** A live playlist that says the same for so many of its target durations is frozen; sooner when the buffer runs out. */
const frozenAfterTargets = 3;
const frozenOnEmptyAfterTargets = 1.5;
const nearlyEmptyS = 3;

export function isFrozen({ stoodS, targetS, bufferedS }: { stoodS: number; targetS: number; bufferedS: number }): boolean {
  return stoodS >= frozenAfterTargets * targetS || (stoodS >= frozenOnEmptyAfterTargets * targetS && bufferedS < nearlyEmptyS);
}

/** Segments that take longer than they play, so many in a row, while the buffer runs out: the picture would stand again and again. */
const slowInRow = 2;
const runsOutBelowS = 8;

/** How many slow segments there are in a row, after one more. */
export const slowAfter = (row: number, { tookS, durationS }: { tookS: number; durationS: number }): number =>
  tookS > durationS ? row + 1 : 0;

export const isTooSlow = (row: number, bufferedS: number): boolean => row >= slowInRow && bufferedS < runsOutBelowS;
