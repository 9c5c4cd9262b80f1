import { Link } from '@tanstack/react-router';
import Mail from 'lucide-react/icons/mail';
import { mayKeepHub } from '../features/mail/mail.rules.js';
import { SentMail } from '../features/mail/sent-mail.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';
import { MembersOnly } from './members-only.js';

/** Whether mail arrives, for whoever keeps the hub running. */
export function SentMailPage() {
  const { t } = useWords();
  usePageTitle(t('mail.sent.title'));
  const words = { reading: t('mail.reading'), title: t('mail.closed.title'), body: t('mail.closed.body') };
  return (
    <MembersOnly may={mayKeepHub} sign={Mail} words={words}>
      {() => (
        <div className={`wrap ${styles.page}`}>
          <Link to="/sign-in" className={styles.back}>
            {t('mail.toAccount')}
          </Link>
          <h1 className="song">{t('mail.sent.title')}</h1>
          <p className={styles.lead}>{t('mail.sent.lead')}</p>
          <SentMail />
        </div>
      )}
    </MembersOnly>
  );
}
