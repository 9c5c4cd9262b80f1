import { Link } from '@tanstack/react-router';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import styles from './remind-sheet.module.css';
import { currentReminders, keepReminders, useReminders } from './reminder-store.js';
import type { Reminder } from './reminders.rules.js';
import { withoutReminder } from './reminders.rules.js';
import { useReminderWhen } from './use-reminder-when.js';

function Mine({ reminder }: { reminder: Reminder }) {
  const { t, pick } = useWords();
  const when = useReminderWhen(reminder.startsAt, reminder.endsAt);
  return (
    <li>
      <Link to="/channels/$slug" params={{ slug: reminder.channel }}>
        <b lang={reminder.titleEn ? undefined : 'zh-CN'}>{pick(reminder.title, reminder.titleEn)}</b>
        <span className="num">{when}</span>
      </Link>
      <Button onClick={() => keepReminders(withoutReminder(currentReminders(), reminder.id))}>{t('reminders.undo')}</Button>
    </li>
  );
}

/** Everything this device will remind of, each with its undo. */
export function MyReminders() {
  const { t } = useWords();
  const reminders = useReminders();
  if (reminders.length === 0) return <p>{t('reminders.mineEmpty')}</p>;
  return (
    <ul className={styles.mine}>
      {reminders.map((reminder) => (
        <Mine key={reminder.id} reminder={reminder} />
      ))}
    </ul>
  );
}
