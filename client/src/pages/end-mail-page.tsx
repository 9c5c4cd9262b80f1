import { Link, useLocation } from '@tanstack/react-router';
import { EndMail } from '../features/mail/mail-link.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './sign-in-page.module.css';

/** Where the link leads that is in every mail. */
export function EndMailPage() {
  const { t } = useWords();
  const token = useLocation({ select: ({ hash }) => hash });
  usePageTitle(t('mail.end.title'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('mail.end.title')}</h1>
      <EndMail token={token} />
      <Link to="/inbox" className={styles.back}>
        {t('mail.toInbox')}
      </Link>
    </div>
  );
}
