import { useWords } from '../../platform/i18n/use-words.js';
import { inWeChat } from '../../platform/wechat.js';
import { Sheet } from '../../ui/sheet.js';
import { CalendarWays } from './calendar-ways.js';
import { InPageWay } from './in-page-way.js';
import type { Remindable } from './remindable.js';
import styles from './remind-sheet.module.css';
import { useReminderWhen } from './use-reminder-when.js';
import { WeChatWays } from './wechat-ways.js';

/** The ways to be reminded of a session, none of which needs an account. */
export function RemindSheet({ session, close }: { session: Remindable; close: () => void }) {
  const { t, pick } = useWords();
  const when = useReminderWhen(session.startsAt, session.endsAt);
  return (
    <Sheet title={t('reminders.sheet')} close={close}>
      <p className={styles.what}>
        <b lang={session.titleEn ? undefined : 'zh-CN'}>{pick(session.title, session.titleEn)}</b>
        <span className="num">{when}</span>
      </p>
      {inWeChat() ? (
        <WeChatWays session={session} />
      ) : (
        <CalendarWays scope={{ campaign: session.campaign, session: session.id }} label={t('reminders.calendar')} />
      )}
      <InPageWay session={session} />
    </Sheet>
  );
}
