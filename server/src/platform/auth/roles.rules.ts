import type { Grant, Role } from '@yunhui/contracts';

/** Higher roles first: nobody acts on a role above their own. */
export const rank: readonly Role[] = ['operator', 'moderator', 'reviewer', 'host'];

/** The highest role in a list of grants. */
export function highest(grants: readonly Pick<Grant, 'role'>[]): Role | undefined {
  return rank.find((role) => grants.some((grant) => grant.role === role));
}

/** The highest role somebody has in a region: their grants count where they hold, and below. `path`: the region and everything above it. */
export function roleIn(grants: readonly Grant[], path: readonly string[]): Role | undefined {
  return highest(grants.filter(({ region }) => path.includes(region)));
}
