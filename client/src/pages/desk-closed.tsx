import type { User } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import Shield from 'lucide-react/icons/shield';
import { useWords } from '../platform/i18n/use-words.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

/** For whoever may not enter: what the desk is, and where one goes from here. */
export function DeskClosed({ viewer }: { viewer: User | null }) {
  const { t } = useWords();
  return (
    <div className="wrap">
      <EmptyState
        asPage
        icon={<Shield {...icon(32)} />}
        title={t('desk.closed.title')}
        action={
          <Link to="/sign-in" className={buttonClass('primary')}>
            {t('account.signIn')}
          </Link>
        }
      >
        {t(viewer?.kind === 'account' ? 'desk.closed.role' : 'desk.closed.body')}
      </EmptyState>
    </div>
  );
}
