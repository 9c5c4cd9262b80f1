import CloudOff from 'lucide-react/icons/cloud-off';
import { refusalOf } from '../platform/http.js';
import { useWords } from '../platform/i18n/use-words.js';
import { Button } from './button.js';
import { EmptyState } from './empty-state.js';
import { icon } from './icon.js';

/** The hub did not answer, or not with what the page needs: then it says why in the hub's own words. */
export function Unreachable({ error, retry }: { error: unknown; retry: () => void }) {
  const { t, refusal } = useWords();
  const refused = refusalOf(error);
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
      {refused ? refusal(refused) : t('page.unreachable.body')}
    </EmptyState>
  );
}
