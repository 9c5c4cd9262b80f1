import { Link } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import { ApplicationDesk } from '../features/applications/application-desk.js';
import { mayEnterReviews } from '../features/registration/review/review.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';
import { MembersOnly } from './members-only.js';

/** New units of a reviewer's area. */
export function ApplicationsPage() {
  const { t } = useWords();
  usePageTitle(t('apply.desk.title'));
  const words = { reading: t('apply.reading'), title: t('apply.desk.closed.title'), body: t('apply.desk.closed.body') };
  return (
    <MembersOnly may={mayEnterReviews} sign={Building2} words={words}>
      {() => (
        <div className={`wrap ${styles.page}`}>
          <Link to="/desk/units" className={styles.back}>
            {t('apply.desk.back')}
          </Link>
          <h1 className="song">{t('apply.desk.title')}</h1>
          <p className={styles.lead}>{t('apply.desk.lead')}</p>
          <ApplicationDesk />
        </div>
      )}
    </MembersOnly>
  );
}
