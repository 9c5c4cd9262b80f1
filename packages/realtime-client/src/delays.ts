/** A lot between 0 and 1; `Math.random` but in tests. */
export type Lot = () => number;

/**
 * How long to wait before the reconnect after `failures` failed ones: anything up to a bound that
 * doubles. Full jitter spreads a crowd that lost the same node over the whole time.
 */
export function reconnectDelay(
  failures: number,
  { reconnectMs, reconnectMaxMs }: { reconnectMs: number; reconnectMaxMs: number },
  lot: Lot = Math.random,
): number {
  return Math.min(reconnectMaxMs, reconnectMs * 2 ** failures) * lot();
}

/** Spreads pollers that were told the same interval: a fifth more or less. */
export function spread(milliseconds: number, lot: Lot = Math.random): number {
  return Math.round(milliseconds * (0.8 + 0.4 * lot()));
}
