import { useNavigate } from '@tanstack/react-router';
import BellRing from 'lucide-react/icons/bell-ring';
import { useEffect } from 'react';
import { useHubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { useLatest } from '../../platform/use-latest.js';
import { Button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import styles from './reminder-notices.module.css';
import type { Notice } from './notices.rules.js';
import { useReminderWatch } from './use-reminder-watch.js';
import { useReminderWhen } from './use-reminder-when.js';

function useNoticeWords(notice: Notice): { title: string; body: string } {
  const { kind, reminder } = notice;
  const { t, pick, left } = useWords();
  const now = useHubNow(1000);
  const when = useReminderWhen(reminder.startsAt, reminder.endsAt);
  const title = pick(reminder.title, reminder.titleEn);
  if ('reason' in notice) return { title, body: t(`reminders.${notice.kind}`, { reason: notice.reason }) };
  if (kind === 'moved') return { title, body: t('reminders.moved', { when }) };
  if (kind !== 'soon') return { title, body: t(`reminders.${kind}`) };
  return { title, body: reminder.startsAt > now ? t('reminders.soon', { left: left(reminder.startsAt - now) }) : t('reminders.now') };
}

/** The tab's title says it while the page is not looked at. */
function useTabTitle(title: string): void {
  const { t } = useWords();
  useEffect(() => {
    const before = document.title;
    const ours = t('reminders.pageTitle', { title });
    document.title = ours;
    return () => {
      if (document.title === ours) document.title = before;
    };
  }, [title, t]);
}

/** Outside of the page, where that was allowed. Some phones know notifications only with a service worker, which we do not have. */
function notifyBySystem(title: string, body: string, open: () => void): () => void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || !document.hidden) return () => undefined;
  try {
    const notification = new Notification(title, { body, tag: title, icon: '/mark.svg' });
    notification.onclick = () => {
      window.focus();
      open();
      notification.close();
    };
    return () => notification.close();
  } catch {
    return () => undefined;
  }
}

function NoticeToast({ notice, dismiss }: { notice: Notice; dismiss: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { title, body } = useNoticeWords(notice);
  const { channel } = notice.reminder;
  const open = () => {
    dismiss();
    void navigate({ to: '/channels/$slug', params: { slug: channel } });
  };
  useTabTitle(title);
  // Once a notice: its countdown is drawn anew, the notification is not.
  const latest = useLatest({ title, body, open });
  useEffect(() => notifyBySystem(latest.current.title, latest.current.body, () => latest.current.open()), [notice, latest]);
  return (
    <div className={styles.toast} data-kind={notice.kind}>
      <BellRing {...icon()} />
      <p>
        <b>{title}</b>
        <span className="num">{body}</span>
      </p>
      <span className={styles.actions}>
        <Button look="primary" onClick={open}>
          {t(notice.kind === 'soon' ? 'reminders.enter' : 'reminders.see')}
        </Button>
        <Button onClick={dismiss}>{t('reminders.dismiss')}</Button>
      </span>
    </div>
  );
}

/** What this device was to be reminded of: one at a time, until it is answered, for it may have come to an empty chair. */
export function ReminderNotices() {
  const { notices, dismiss } = useReminderWatch();
  const [notice] = notices;
  return (
    <div role="alert" className={styles.place}>
      {notice ? <NoticeToast key={`${notice.kind} ${notice.reminder.id}`} notice={notice} dismiss={() => dismiss(notice)} /> : null}
    </div>
  );
}
