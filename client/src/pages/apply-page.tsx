import { Link } from '@tanstack/react-router';
import { SignUpForm } from '../features/accounts/sign-up-form.js';
import { useViewer } from '../features/accounts/use-viewer.js';
import { OwnApplications } from '../features/applications/own-applications.js';
import { mayFile } from '../features/registration/filing.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './sign-in-page.module.css';

/** 申请新增单位, for who has not been invited by any: first an account, then the unit and its seal. */
export function ApplyPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  usePageTitle(t('apply.title'));
  if (viewer === undefined) return <output className="unseen">{t('apply.reading')}</output>;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('apply.title')}</h1>
      <p>{t('apply.lead')}</p>
      {viewer?.kind !== 'account' ? (
        <>
          <p>{t('apply.account')}</p>
          <SignUpForm path="/applicants" verb={t('apply.begin')} />
          <Link to="/sign-in" className={styles.back}>
            {t('apply.have')}
          </Link>
        </>
      ) : mayFile(viewer.grants) ? (
        <>
          <OwnApplications />
          <Link to="/host/filings" className={styles.back}>
            {t('apply.toFilings')}
          </Link>
        </>
      ) : (
        <>
          <p>{t('apply.staff')}</p>
          <Link to="/sign-in" className={styles.back}>
            {t('apply.toAccount')}
          </Link>
        </>
      )}
    </div>
  );
}
