import { Link } from '@tanstack/react-router';
import Telescope from 'lucide-react/icons/telescope';
import { useTranslation } from '../platform/i18n/use-translation.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

/** A hub without a campaign: whose turn it is, and the way there. */
export function UnfoundedPage() {
  const { t } = useTranslation();
  return (
    <div className="wrap">
      <EmptyState
        asPage
        icon={<Telescope {...icon(32)} />}
        title={t('page.unfounded.title')}
        action={
          <Link to="/sign-in" className={buttonClass('primary')}>
            {t('account.signIn')}
          </Link>
        }
      >
        {t('page.unfounded.body')}
      </EmptyState>
    </div>
  );
}
