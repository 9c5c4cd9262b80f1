import { Link } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import { useViewer } from '../features/accounts/use-viewer.js';
import { ApplicationDesk } from '../features/applications/application-desk.js';
import { mayEnterReviews } from '../features/registration/review/review.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import styles from './filings-page.module.css';

/** New units of a reviewer's area. Whoever may not enter is told what it is and where to sign in. */
export function ApplicationsPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  usePageTitle(t('apply.desk.title'));
  if (viewer === undefined) return <output className="unseen">{t('apply.reading')}</output>;
  const signIn = (
    <Link to="/sign-in" className={buttonClass('primary')}>
      {t('account.signIn')}
    </Link>
  );
  return (
    <div className={`wrap ${styles.page}`}>
      {viewer && mayEnterReviews(viewer.grants) ? (
        <>
          <Link to="/desk/units" className={styles.back}>
            {t('apply.desk.back')}
          </Link>
          <h1 className="song">{t('apply.desk.title')}</h1>
          <p className={styles.lead}>{t('apply.desk.lead')}</p>
          <ApplicationDesk />
        </>
      ) : (
        <EmptyState asPage icon={<Building2 {...icon(32)} />} title={t('apply.desk.closed.title')} action={signIn}>
          {t('apply.desk.closed.body')}
        </EmptyState>
      )}
    </div>
  );
}
