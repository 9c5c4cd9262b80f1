import type { HashtagPage } from '@yunhui/contracts';

export type Spoken = HashtagPage['spoken'];

/** All posts, also of those who do not say where they are. */
export function postsOf(tally: ReadonlyMap<string, number>): number {
  let posts = 0;
  for (const count of tally.values()) posts += count;
  return posts;
}

/**
 * Where people speak, by province-level unit, most posts first. Whoever speaks from a county counts for the
 * unit above it; whoever names only the country, or nothing, counts for none.
 */
export function spokenFrom(tally: ReadonlyMap<string, number>, pathOf: (region: string) => readonly string[]): Spoken {
  const units = new Map<string, number>();
  for (const [region, posts] of tally) {
    const unit = region === '' ? undefined : pathOf(region).at(-2);
    if (unit !== undefined) units.set(unit, (units.get(unit) ?? 0) + posts);
  }
  const spoken = [...units].map(([region, posts]) => ({ region, posts }));
  return spoken.sort((a, b) => b.posts - a.posts || (a.region < b.region ? -1 : 1));
}
