/** A region's key and those of everything above it, the region first: `['450100', '450000', 'CN']`. */
export type RegionPath = (region: string) => readonly string[];

/** What is known of a region without its tree: itself, and that the country is above it. */
export const shortRegionPath: RegionPath = (region) => (region === 'CN' ? ['CN'] : [region, 'CN']);
