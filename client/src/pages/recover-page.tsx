import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { RecoverForm } from '../features/accounts/recover-form.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { toast } from '../ui/toast.js';
import styles from './sign-in-page.module.css';

/** Where a link for a new password leads: its token stands behind the `#`, which no server is sent. */
export function RecoverPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const token = useLocation({ select: ({ hash }) => hash });
  usePageTitle(t('recover.title'));
  const done = () => {
    toast({ words: t('recover.done') });
    void navigate({ to: '/sign-in', replace: true });
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('recover.title')}</h1>
      <RecoverForm token={token} done={done} />
      <Link to="/" className={styles.back}>
        {t('account.toLobby')}
      </Link>
    </div>
  );
}
