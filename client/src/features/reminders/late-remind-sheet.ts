import { lazy } from 'react';
import { loadWords } from '../../platform/i18n/index.js';

/** The ways to be reminded. Its words and everything it draws come when it is first opened: what opens it stands on the first page too. */
export const LateRemindSheet = lazy(async () => {
  const [sheet] = await Promise.all([import('./remind-sheet.js'), loadWords('reminders', 'share')]);
  return { default: sheet.RemindSheet };
});
