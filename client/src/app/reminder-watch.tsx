import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useReminders } from '../features/reminders/reminder-store.js';
import { loadWords } from '../platform/i18n/index.js';

/** Without it the page is whole: a phone that lost its network is not shown an error for it. */
const Notices = lazy(async () => {
  try {
    const [{ ReminderNotices }] = await Promise.all([import('../features/reminders/reminder-notices.js'), loadWords('reminders')]);
    return { default: (): ReactNode => <ReminderNotices /> };
  } catch {
    return { default: (): ReactNode => null };
  }
});

/** Watches over the reminders of this device on every page. Comes with the first reminder, and stays: the last may still be on the screen. */
export function ReminderWatch() {
  const some = useReminders().length > 0;
  const [watching, watch] = useState(some);
  if (some && !watching) watch(true);
  return watching ? (
    <Suspense>
      <Notices />
    </Suspense>
  ) : null;
}
