/** A still is taken once a minute; one that is older than three is of a stream that gives none any more. */
export const freshStillMs = 3 * 60_000;

/** Whether a still may stand for what is on now. `at`: when it was taken, in ms. */
export function isFreshStill({ at }: { at: number }, now: number): boolean {
  return now - at < freshStillMs;
}

/** The still that stands for what a channel shows: of its session, or of none on a channel that never stops. The best link's comes first. */
export function stillOf<Taken extends { session?: string }>(stills: readonly Taken[], session: string | undefined): Taken | undefined {
  return stills.find((still) => still.session === session);
}
