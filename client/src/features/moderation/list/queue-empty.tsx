import CircleCheck from 'lucide-react/icons/circle-check';
import SearchX from 'lucide-react/icons/search-x';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { icon } from '../../../ui/icon.js';
import { useDeskWords } from '../use-desk-words.js';

/** Nothing waits, or nothing that one is looking for. */
export function QueueEmpty({ narrowed, widen }: { narrowed: boolean; widen: () => void }) {
  const { t } = useDeskWords();
  if (!narrowed)
    return (
      <EmptyState icon={<CircleCheck {...icon(32)} />} title={t('desk.empty.title')}>
        {t('desk.empty.body')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<SearchX {...icon(32)} />}
      title={t('desk.none.title')}
      action={<Button onClick={widen}>{t('desk.none.widen')}</Button>}
    >
      {t('desk.none.body')}
    </EmptyState>
  );
}
