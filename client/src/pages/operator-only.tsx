import type { User } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import WebhookIcon from 'lucide-react/icons/webhook';
import type { ReactNode } from 'react';
import { useViewer } from '../features/accounts/use-viewer.js';
import { mayKeepWebhooks } from '../features/webhooks/webhooks.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

/** For operators; anybody else is told whose page it is. */
export function OperatorOnly({ children }: { children: (me: User) => ReactNode }) {
  const { t } = useWords();
  const { viewer } = useViewer();
  if (viewer === undefined) return <output className="unseen">{t('webhooks.reading')}</output>;
  if (viewer && mayKeepWebhooks(viewer.grants)) return children(viewer);
  const signIn = (
    <Link to="/sign-in" className={buttonClass('primary')}>
      {t('account.signIn')}
    </Link>
  );
  return (
    <div className="wrap">
      <EmptyState asPage icon={<WebhookIcon {...icon(32)} />} title={t('webhooks.closed.title')} action={signIn}>
        {t('webhooks.closed.body')}
      </EmptyState>
    </div>
  );
}
