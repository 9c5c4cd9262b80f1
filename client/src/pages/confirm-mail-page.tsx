import { Link, useLocation } from '@tanstack/react-router';
import { ConfirmMail } from '../features/mail/mail-link.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './sign-in-page.module.css';

/** Where the link leads that confirms an address: its token stands behind the `#`, which no server is sent. */
export function ConfirmMailPage() {
  const { t } = useWords();
  const token = useLocation({ select: ({ hash }) => hash });
  usePageTitle(t('mail.confirm.title'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('mail.confirm.title')}</h1>
      <ConfirmMail token={token} />
      <Link to="/inbox" className={styles.back}>
        {t('mail.toInbox')}
      </Link>
    </div>
  );
}
