import type { FilingFinding, Grant } from '@yunhui/contracts';

/** Whether the filer's pages are somebody's. The hub judges each request itself. */
export const mayFile = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'host');

/** Whether a finding says only that nothing stands there yet. */
export const isBlank = ({ code }: Pick<FilingFinding, 'code'>): boolean => code.endsWith('.missing');
