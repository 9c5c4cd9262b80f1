import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import Users from 'lucide-react/icons/users';
import { useViewer, viewerKey } from '../features/accounts/use-viewer.js';
import { mayAppoint } from '../features/staff/staff.rules.js';
import { StaffView } from '../features/staff/staff-view.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import styles from './filings-page.module.css';

/** Who works in an operator's regions. Whoever may not enter is told what it is and where to sign in. */
export function StaffPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  const queries = useQueryClient();
  usePageTitle(t('staff.title'));
  if (viewer === undefined) return <output className="unseen">{t('staff.reading')}</output>;
  const signIn = (
    <Link to="/sign-in" className={buttonClass('primary')}>
      {t('account.signIn')}
    </Link>
  );
  return (
    <div className={`wrap ${styles.page}`}>
      {viewer && mayAppoint(viewer.grants) ? (
        <>
          <Link to="/sign-in" className={styles.back}>
            {t('staff.toAccount')}
          </Link>
          <h1 className="song">{t('staff.title')}</h1>
          <p className={styles.lead}>{t('staff.lead')}</p>
          <StaffView me={viewer} left={() => void queries.invalidateQueries({ queryKey: viewerKey })} />
        </>
      ) : (
        <EmptyState asPage icon={<Users {...icon(32)} />} title={t('staff.closed.title')} action={signIn}>
          {t('staff.closed.body')}
        </EmptyState>
      )}
    </div>
  );
}
