import type { Grant } from '@yunhui/contracts';

/** Whether the filer's pages are somebody's. The hub judges each request itself. */
export const mayFile = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'host');
