import { lazy, Suspense, type ReactNode } from 'react';
import { loadWords } from '../platform/i18n/index.js';

/** Comes after the first paint. Without it the page is whole: a phone that lost its network is not shown an error for it. */
const Notices = lazy(async () => {
  try {
    const [{ ReminderNotices }] = await Promise.all([import('../features/reminders/reminder-notices.js'), loadWords('reminders')]);
    return { default: (): ReactNode => <ReminderNotices /> };
  } catch {
    return { default: (): ReactNode => null };
  }
});

/** Watches over the reminders of this device on every page. */
export function ReminderWatch() {
  return (
    <Suspense>
      <Notices />
    </Suspense>
  );
}
