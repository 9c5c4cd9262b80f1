import { Link, useParams } from '@tanstack/react-router';
import { RecordHistory } from '../features/registration/history/record-history.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';

/** The whole record of one filing, for whoever may read it at the desk. The hub judges who that is. */
export function RecordPage() {
  const { t } = useWords();
  const { filing } = useParams({ from: '/desk/review/$filing/record' });
  usePageTitle(t('review.record.title'));
  return (
    <div className={`wrap ${styles.page}`}>
      <Link to="/desk/review" search={{ list: 'all', id: filing }} className={styles.back}>
        {t('review.record.back')}
      </Link>
      <h1 className="song">{t('review.record.title')}</h1>
      <p className={styles.lead}>{t('review.record.lead')}</p>
      <RecordHistory key={filing} filing={filing} />
    </div>
  );
}
