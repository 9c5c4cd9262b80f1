import type { AnsweredIdentity } from '@yunhui/contracts';
import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { IdentityAnswer } from '../features/accounts/identities/identity-answer.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { toast } from '../ui/toast.js';
import styles from './sign-in-page.module.css';

/** Where the provider sends people back to: it leads on to where they were, or says what went wrong and the way to begin again. */
export function IdentityAnswerPage() {
  const { t } = useWords();
  const { history } = useRouter();
  const query = useLocation({ select: ({ searchStr }) => searchStr });
  usePageTitle(t('identity.back.title'));
  const done = ({ outcome, to }: AnsweredIdentity) => {
    if (outcome === 'linked') toast({ words: t('identity.linkDone') });
    history.replace(outcome === 'unlinked' ? '/sign-in' : to);
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('identity.back.title')}</h1>
      <IdentityAnswer query={query} done={done} />
      <Link to="/sign-in" className={styles.back}>
        {t('identity.back.again')}
      </Link>
    </div>
  );
}
