import CalendarPlus from 'lucide-react/icons/calendar-plus';
import Download from 'lucide-react/icons/download';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { feedAddresses, type FeedScope } from './feeds.js';
import styles from './remind-sheet.module.css';

/** Into the device's calendar: first the way that follows changes, then the file that does not and says so. */
export function CalendarWays({ scope, label }: { scope: FeedScope; label: string }) {
  const { t } = useWords();
  const { webcal, file } = feedAddresses(scope);
  return (
    <>
      <div className={styles.way}>
        <a className={buttonClass('primary')} href={webcal}>
          <CalendarPlus {...icon(18)} />
          {label}
        </a>
        <p>{t('reminders.calendarWhy')}</p>
      </div>
      <div className={styles.way}>
        <a className={buttonClass()} href={file} download>
          <Download {...icon(18)} />
          {t('reminders.file')}
        </a>
        <p>{t('reminders.fileWhy')}</p>
      </div>
    </>
  );
}
