import { Link } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import { UnitList } from '../features/filers/unit-list.js';
import { mayEnterReviews } from '../features/registration/review/review.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';
import { MembersOnly } from './members-only.js';

/** The units of a reviewer's area and who files for them. */
export function UnitsPage() {
  const { t } = useWords();
  usePageTitle(t('filers.title'));
  const words = { reading: t('filers.reading'), title: t('filers.closed.title'), body: t('filers.closed.body') };
  return (
    <MembersOnly may={mayEnterReviews} sign={Building2} words={words}>
      {() => (
        <div className={`wrap ${styles.page}`}>
          <Link to="/desk/review" className={styles.back}>
            {t('nav.reviews')}
          </Link>
          <h1 className="song">{t('filers.title')}</h1>
          <p className={styles.lead}>{t('filers.lead')}</p>
          <UnitList />
        </div>
      )}
    </MembersOnly>
  );
}
