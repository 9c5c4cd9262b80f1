import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { inWeChat } from '../../platform/wechat.js';
import { Button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { Sheet } from '../../ui/sheet.js';
import { CalendarWays } from './calendar-ways.js';
import type { FeedScope } from './feeds.js';
import { MyReminders } from './my-reminders.js';
import styles from './remind-sheet.module.css';

/** A whole schedule into the calendar, and the reminders of this device. `name` is the region's or channel's, if it is of one. */
export function SubscribeButton({ scope, name }: { scope: FeedScope; name: string | undefined }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <CalendarPlus {...icon(18)} />
        {t('reminders.subscribe')}
      </Button>
      {open ? (
        <Sheet title={t('reminders.subscribe')} close={() => setOpen(false)}>
          <p>{t('reminders.subscribeWhat', { scope: name ?? t('reminders.subscribeAll') })}</p>
          {inWeChat() ? (
            <p className={styles.what}>{t('reminders.wechat.openHow')}</p>
          ) : (
            <CalendarWays scope={scope} label={t('reminders.subscribeOpen')} />
          )}
          <h3 className={styles.heading}>{t('reminders.mine')}</h3>
          <MyReminders />
        </Sheet>
      ) : null}
    </>
  );
}
