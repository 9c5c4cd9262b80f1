import type { Grant } from '@yunhui/contracts';

/** Whether the host's page is somebody's: those who bring streams, and who plans for them. The hub judges each request itself. */
export const mayHost = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'host' || role === 'operator');
