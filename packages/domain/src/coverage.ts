/** Province-level units that the national notice does not address. */
const notAddressed: ReadonlySet<string> = new Set(['710000', '810000', '820000']);

/**
 * Whether a region counts in coverage, gaps and "which has nothing today": the units that the notice addresses
 * and what lies below them. `path`: its key and those above it, in any order. The country itself is no target.
 */
export function isCoverageTarget(path: readonly string[]): boolean {
  return path.length > 1 && !path.some((key) => notAddressed.has(key));
}
