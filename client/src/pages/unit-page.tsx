import { Link, useParams } from '@tanstack/react-router';
import { useViewer } from '../features/accounts/use-viewer.js';
import { UnitView } from '../features/filers/unit-view.js';
import { mayEnterReviews } from '../features/registration/review/review.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';

/** One unit: for its reviewers, and for who files for it. The hub judges who that is. */
export function UnitPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  const { unit } = useParams({ from: '/units/$unit' });
  usePageTitle(t('filers.title'));
  const isReviewer = viewer ? mayEnterReviews(viewer.grants) : false;
  return (
    <div className={`wrap ${styles.page}`}>
      <Link to={isReviewer ? '/desk/units' : '/host/filings'} className={styles.back}>
        {t(isReviewer ? 'filers.back' : 'filers.toFilings')}
      </Link>
      <UnitView key={unit} unit={unit} />
    </div>
  );
}
