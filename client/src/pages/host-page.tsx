import { Link } from '@tanstack/react-router';
import FilePlus from 'lucide-react/icons/file-plus';
import RadioTower from 'lucide-react/icons/radio-tower';
import { useViewer } from '../features/accounts/use-viewer.js';
import { mayFile } from '../features/registration/filing.rules.js';
import { HostDesk } from '../features/streams/hosting/host-desk.js';
import { mayHost } from '../features/streams/hosting/hosting.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

/** The host's sessions and their links, for who keeps streams up; anybody else is told how to get there. */
export function HostPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  usePageTitle(t('hosting.title'));
  if (viewer === undefined) return <output className="unseen">{t('hosting.reading')}</output>;
  if (viewer && mayHost(viewer.grants))
    return (
      <>
        {mayFile(viewer.grants) ? (
          <div className="wrap">
            <Link to="/host/filings" className={buttonClass()}>
              <FilePlus {...icon(18)} />
              {t('form.list.title')}
            </Link>
          </div>
        ) : null}
        <HostDesk />
      </>
    );
  const signIn = (
    <Link to="/sign-in" className={buttonClass('primary')}>
      {t('account.signIn')}
    </Link>
  );
  return (
    <div className="wrap">
      <EmptyState asPage icon={<RadioTower {...icon(32)} />} title={t('hosting.closed.title')} action={signIn}>
        {t('hosting.closed.body')}
      </EmptyState>
    </div>
  );
}
