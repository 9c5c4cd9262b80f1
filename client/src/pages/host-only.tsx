import type { User } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import RadioTower from 'lucide-react/icons/radio-tower';
import type { ReactNode } from 'react';
import { useViewer } from '../features/accounts/use-viewer.js';
import { mayHost } from '../features/streams/hosting/hosting.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

/** For who keeps streams up; anybody else is told how to get there. */
export function HostOnly({ children }: { children: (viewer: User) => ReactNode }) {
  const { t } = useWords();
  const { viewer } = useViewer();
  if (viewer === undefined) return <output className="unseen">{t('hosting.reading')}</output>;
  if (viewer && mayHost(viewer.grants)) return children(viewer);
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
