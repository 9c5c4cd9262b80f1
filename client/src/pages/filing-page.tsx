import { Link, useParams } from '@tanstack/react-router';
import { FilingView } from '../features/registration/form/filing-view.js';
import { AddressCheck } from '../features/streams/hosting/address-check.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { FilerOnly } from './filer-only.js';
import styles from './filings-page.module.css';

/** One filing, with the check-up of the streams that it names. */
export function FilingPage() {
  const { t } = useWords();
  const { filing } = useParams({ from: '/host/filings/$filing' });
  usePageTitle(t('form.list.title'));
  return (
    <div className={`wrap ${styles.page}`}>
      <FilerOnly>
        <Link to="/host/filings" className={styles.back}>
          {t('form.back')}
        </Link>
        <FilingView key={filing} id={filing} LinkCheck={AddressCheck} />
      </FilerOnly>
    </div>
  );
}
