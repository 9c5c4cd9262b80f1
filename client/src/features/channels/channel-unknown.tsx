import { Link } from '@tanstack/react-router';
import SearchX from 'lucide-react/icons/search-x';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { usePageTitle } from '../../platform/page-title.js';
import { buttonClass } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { icon } from '../../ui/icon.js';

export function ChannelUnknown() {
  const { t } = useTranslation();
  usePageTitle(t('channel.unknown.title'));
  return (
    <div className="wrap">
      <EmptyState
        asPage
        icon={<SearchX {...icon(32)} />}
        title={t('channel.unknown.title')}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {t('page.toLobby')}
          </Link>
        }
      >
        {t('channel.unknown.body')}
      </EmptyState>
    </div>
  );
}
