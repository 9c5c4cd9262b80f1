/** What flies through a lane: when it set off, how wide it is and how fast it goes, all in the layer's own time. */
export type Flight = { startedAtMs: number; widthPx: number; speedPxPerMs: number };

/** One row of the layer; it needs to remember its last flight only, since nobody overtakes. */
export type Lane = Flight | undefined;

/** Between two that follow each other, at the least. */
export const gapPx = 28;

/** Where the head of a flight is at a time; it sets off at the right edge. */
export const headAt = (flight: Flight, stagePx: number, atMs: number): number =>
  stagePx - flight.speedPxPerMs * (atMs - flight.startedAtMs);

/** How long a flight takes until its tail has left on the left. */
export const durationMs = ({ widthPx, speedPxPerMs }: Pick<Flight, 'widthPx' | 'speedPxPerMs'>, stagePx: number): number =>
  (stagePx + widthPx) / speedPxPerMs;

/**
 * Whether `next` may set off behind `last`: its tail has come in with the gap, and a faster one reaches the left
 * edge no sooner than the tail has left there. Speeds are constant, so two that are apart at both ends never meet.
 */
export function mayFollow(last: Lane, next: Flight, stagePx: number): boolean {
  if (!last) return true;
  const tailPx = headAt(last, stagePx, next.startedAtMs) + last.widthPx;
  if (tailPx + gapPx > stagePx) return false;
  const lastGoneAtMs = last.startedAtMs + durationMs(last, stagePx);
  return next.startedAtMs + stagePx / next.speedPxPerMs >= lastGoneAtMs;
}

/** The topmost lane that `next` may set off in; none when all are taken. */
export function freeLane(lanes: readonly Lane[], next: Flight, stagePx: number): number | undefined {
  const lane = lanes.findIndex((last) => mayFollow(last, next, stagePx));
  return lane === -1 ? undefined : lane;
}
