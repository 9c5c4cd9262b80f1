/**
 * The queue of a region: that of the province-level unit it lies in, or the country's, for what belongs to none. `path`: the
 * region and everything above it, the country last.
 */
export function scopeOf(path: readonly string[]): string {
  return (path.at(-2) ?? 'CN').toLowerCase();
}
