import { Link, useNavigate } from '@tanstack/react-router';
import { FilingsList } from '../features/registration/list/filings-list.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { FilerOnly } from './filer-only.js';
import styles from './filings-page.module.css';

/** What one's units file. */
export function FilingsPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  usePageTitle(t('form.list.title'));
  return (
    <div className={`wrap ${styles.page}`}>
      <FilerOnly>
        <Link to="/host" className={styles.back}>
          {t('form.toStreams')}
        </Link>
        <h1 className="song">{t('form.list.title')}</h1>
        <p className={styles.lead}>{t('form.list.lead')}</p>
        <FilingsList open={(filing) => void navigate({ to: '/host/filings/$filing', params: { filing } })} />
      </FilerOnly>
    </div>
  );
}
