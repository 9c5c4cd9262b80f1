import BellPlus from 'lucide-react/icons/bell-plus';
import BellRing from 'lucide-react/icons/bell-ring';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import type { Remindable } from './remindable.js';
import styles from './remind-sheet.module.css';
import { currentReminders, keepReminders, useReminders } from './reminder-store.js';
import { leadMinutes } from './notices.rules.js';
import { withoutReminder, withReminder } from './reminders.rules.js';

/** What the browser says of notifications; some in-app browsers have none. */
const permission = (): NotificationPermission | 'none' => ('Notification' in window ? Notification.permission : 'none');

function AllowNotifications() {
  const { t } = useWords();
  const [allowed, setAllowed] = useState(permission);
  if (allowed === 'denied') return <p>{t('reminders.notifyDenied')}</p>;
  if (allowed !== 'default') return null;
  return (
    <>
      <Button onClick={() => void Notification.requestPermission().then(setAllowed)}>{t('reminders.notify')}</Button>
      <p>{t('reminders.notifyWhy')}</p>
    </>
  );
}

/** On this device, in the page: needs neither an account nor a calendar, and can be undone in the same place. */
export function InPageWay({ session }: { session: Remindable }) {
  const { t, clock, day } = useWords();
  const isSet = useReminders().some(({ id }) => id === session.id);
  const set = () => {
    const { id, title, titleEn, startsAt, endsAt, campaign, channel } = session;
    const reminder = { id, title, ...(titleEn && { titleEn }), startsAt, endsAt, campaign, channel: channel.slug };
    keepReminders(withReminder(currentReminders(), reminder));
  };
  const at = session.startsAt - leadMinutes * 60_000;
  return (
    <div className={styles.way}>
      {isSet ? (
        <Button onClick={() => keepReminders(withoutReminder(currentReminders(), session.id))}>{t('reminders.undo')}</Button>
      ) : (
        <Button onClick={set}>
          <BellPlus {...icon(18)} />
          {t('reminders.here')}
        </Button>
      )}
      <output>
        {isSet ? <BellRing {...icon(16)} /> : null}
        {isSet ? t('reminders.hereOn', { when: `${day(at)} ${clock(at)}` }) : t('reminders.hereWhy', { minutes: leadMinutes })}
      </output>
      {isSet ? <AllowNotifications /> : null}
    </div>
  );
}
