import CloudOff from 'lucide-react/icons/cloud-off';
import { useTranslation } from '../platform/i18n/use-translation.js';
import { Button } from './button.js';
import { EmptyState } from './empty-state.js';
import { icon } from './icon.js';

/** The hub did not answer, or not with what the page needs. `reason` is the hub's own, when it gave one. */
export function Unreachable({ retry, reason }: { retry: () => void; reason?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      asPage
      icon={<CloudOff {...icon(32)} />}
      title={t('page.unreachable.title')}
      action={
        <Button look="primary" onClick={retry}>
          {t('page.retry')}
        </Button>
      }
    >
      {reason ?? t('page.unreachable.body')}
    </EmptyState>
  );
}
