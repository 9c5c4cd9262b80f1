import { Link } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import { useViewer } from '../features/accounts/use-viewer.js';
import { UnitList } from '../features/filers/unit-list.js';
import { mayEnterReviews } from '../features/registration/review/review.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import styles from './filings-page.module.css';

/** The units of a reviewer's area and who files for them. Whoever may not enter is told what it is and where to sign in. */
export function UnitsPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  usePageTitle(t('filers.title'));
  if (viewer === undefined) return <output className="unseen">{t('filers.reading')}</output>;
  const signIn = (
    <Link to="/sign-in" className={buttonClass('primary')}>
      {t('account.signIn')}
    </Link>
  );
  return (
    <div className={`wrap ${styles.page}`}>
      {viewer && mayEnterReviews(viewer.grants) ? (
        <>
          <Link to="/desk/review" className={styles.back}>
            {t('nav.reviews')}
          </Link>
          <h1 className="song">{t('filers.title')}</h1>
          <p className={styles.lead}>{t('filers.lead')}</p>
          <UnitList />
        </>
      ) : (
        <EmptyState asPage icon={<Building2 {...icon(32)} />} title={t('filers.closed.title')} action={signIn}>
          {t('filers.closed.body')}
        </EmptyState>
      )}
    </div>
  );
}
