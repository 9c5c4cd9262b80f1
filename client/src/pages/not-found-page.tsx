import { Link } from '@tanstack/react-router';
import Telescope from 'lucide-react/icons/telescope';
import { useTranslation } from '../platform/i18n/use-translation.js';
import { usePageTitle } from '../platform/page-title.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('page.notFound.title'));
  return (
    <div className="wrap">
      <EmptyState
        asPage
        icon={<Telescope {...icon(32)} />}
        title={t('page.notFound.title')}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {t('page.toLobby')}
          </Link>
        }
      >
        {t('page.notFound.body')}
      </EmptyState>
    </div>
  );
}
