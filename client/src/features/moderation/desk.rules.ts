import type { Grant } from '@yunhui/contracts';

/** Who may read a queue: those who decide in it, and those who answer for the whole. The hub judges each request itself. */
const readers: readonly Grant['role'][] = ['moderator', 'operator'];

/** Whether the desk is somebody's place of work: only then is there a way to it. */
export const mayEnterDesk = (grants: readonly Grant[]): boolean => grants.some(({ role }) => readers.includes(role));

/** Whether somebody decides, or only watches. */
export const mayDecide = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'moderator');

/**
 * The queues whose hints somebody follows: one for each province-level unit under their grants, and the country's own
 * for what belongs to none. A grant below a province has no queue to follow; its list is read all the same.
 */
export function queuesOf(grants: readonly Grant[], provinces: readonly string[]): readonly string[] {
  const regions = new Set(grants.filter(({ role }) => readers.includes(role)).map(({ region }) => region));
  const scopes = regions.has('CN') ? ['CN', ...provinces] : provinces.filter((province) => regions.has(province));
  return scopes.map((scope) => `queue:${scope.toLowerCase()}`);
}

/** The scopes that somebody looks after while they are at the desk. Who only watches looks after none. */
export const dutyScopesOf = (grants: readonly Grant[]): readonly string[] => [
  ...new Set(grants.filter(({ role }) => role === 'moderator').map(({ region }) => region)),
];
