import { Link } from '@tanstack/react-router';
import Mail from 'lucide-react/icons/mail';
import { useViewer } from '../features/accounts/use-viewer.js';
import { mayKeepHub } from '../features/mail/mail.rules.js';
import { SentMail } from '../features/mail/sent-mail.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import styles from './filings-page.module.css';

/** Whether mail arrives, for whoever keeps the hub running. */
export function SentMailPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  usePageTitle(t('mail.sent.title'));
  if (viewer === undefined) return <output className="unseen">{t('mail.reading')}</output>;
  const signIn = (
    <Link to="/sign-in" className={buttonClass('primary')}>
      {t('account.signIn')}
    </Link>
  );
  if (!viewer || !mayKeepHub(viewer.grants))
    return (
      <div className="wrap">
        <EmptyState asPage icon={<Mail {...icon(32)} />} title={t('mail.closed.title')} action={signIn}>
          {t('mail.closed.body')}
        </EmptyState>
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <Link to="/sign-in" className={styles.back}>
        {t('mail.toAccount')}
      </Link>
      <h1 className="song">{t('mail.sent.title')}</h1>
      <p className={styles.lead}>{t('mail.sent.lead')}</p>
      <SentMail />
    </div>
  );
}
