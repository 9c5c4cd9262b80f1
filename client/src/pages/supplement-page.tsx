import { Link, useParams } from '@tanstack/react-router';
import { SupplementView } from '../features/registration/supplement/supplement-view.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { FilerOnly } from './filer-only.js';
import styles from './filings-page.module.css';

/** What came of an activity, as its host supplements it. */
export function SupplementPage() {
  const { t } = useWords();
  const { filing } = useParams({ from: '/host/filings/$filing/supplement' });
  usePageTitle(t('supplement.title'));
  return (
    <div className={`wrap ${styles.page}`}>
      <FilerOnly>
        <Link to="/host/filings/$filing" params={{ filing }} className={styles.back}>
          {t('supplement.back')}
        </Link>
        <SupplementView key={filing} id={filing} />
      </FilerOnly>
    </div>
  );
}
