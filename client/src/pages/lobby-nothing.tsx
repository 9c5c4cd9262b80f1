import Telescope from 'lucide-react/icons/telescope';
import { useWords } from '../platform/i18n/use-words.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

/** The filters leave nothing. Who wants to see what they follow, and follows nothing yet, is told how one does. */
export function NothingWanted({ followsNone, clear }: { followsNone: boolean; clear: () => void }) {
  const { t } = useWords();
  return (
    <EmptyState
      icon={<Telescope {...icon(32)} />}
      title={t(followsNone ? 'lobby.followed.none' : 'lobby.filter.none')}
      action={
        <Button look="primary" onClick={clear}>
          {t('lobby.filter.clear')}
        </Button>
      }
    >
      {t(followsNone ? 'lobby.followed.none.body' : 'lobby.filter.none.body')}
    </EmptyState>
  );
}
