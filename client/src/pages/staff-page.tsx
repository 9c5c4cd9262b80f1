import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import Users from 'lucide-react/icons/users';
import { viewerKey } from '../features/accounts/use-viewer.js';
import { mayAppoint } from '../features/staff/staff.rules.js';
import { StaffView } from '../features/staff/staff-view.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';
import { MembersOnly } from './members-only.js';

/** Who works in an operator's regions. */
export function StaffPage() {
  const { t } = useWords();
  const queries = useQueryClient();
  usePageTitle(t('staff.title'));
  const words = { reading: t('staff.reading'), title: t('staff.closed.title'), body: t('staff.closed.body') };
  return (
    <MembersOnly may={mayAppoint} sign={Users} words={words}>
      {(me) => (
        <div className={`wrap ${styles.page}`}>
          <Link to="/sign-in" className={styles.back}>
            {t('staff.toAccount')}
          </Link>
          <h1 className="song">{t('staff.title')}</h1>
          <p className={styles.lead}>{t('staff.lead')}</p>
          <StaffView me={me} left={() => void queries.invalidateQueries({ queryKey: viewerKey })} />
        </div>
      )}
    </MembersOnly>
  );
}
