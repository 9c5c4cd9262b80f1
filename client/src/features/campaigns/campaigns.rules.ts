import type { Grant } from '@yunhui/contracts';

/** Whether campaigns are somebody's to open. The hub judges each request itself. */
export const mayOpenCampaigns = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'operator');

/** Minutes after local midnight as a field for a time of day has them; the day's end is its last minute. */
export const clockOf = (minutes: number): string => {
  const shown = Math.min(minutes, 1_439);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
};

/** The same back: 23:59 means until midnight. */
export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const all = hours * 60 + minutes;
  return all === 1_439 ? 1_440 : all;
};
