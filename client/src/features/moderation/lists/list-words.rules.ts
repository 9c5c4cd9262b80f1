import type { findingCategories, ScreeningAction } from '@yunhui/contracts';

const places: Record<(typeof findingCategories)[number], true> = {
  ad: true,
  diversion: true,
  flame: true,
  fraud: true,
  privacy: true,
  rumour: true,
  flood: true,
};
/** The categories the pages have a word for; a list may bring others. */
export const categories: readonly string[] = Object.keys(places);

const severity: Record<ScreeningAction, true> = { mask: true, hold: true, reject: true, mute: true };
/** What is done about a term, mildest first. */
export const screeningActions = Object.keys(severity) as ScreeningAction[];
