/**
 * Viewers as the public sees them: exact below 20, then the two leading digits, rounded down.
 * A tile changes when this does, so that a thousand comings and goings are not a thousand changes.
 */
export function roundedViewers(viewers: number): number {
  const count = Math.max(0, Math.floor(viewers));
  if (count < 20) return count;
  const step = 10 ** Math.max(1, Math.floor(Math.log10(count)) - 1);
  return Math.floor(count / step) * step;
}
