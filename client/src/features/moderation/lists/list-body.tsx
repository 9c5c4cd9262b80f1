import SearchX from 'lucide-react/icons/search-x';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { icon } from '../../../ui/icon.js';
import { Unreachable } from '../../../ui/unreachable.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './lists.module.css';

type Reading = {
  isPending: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};
type ListBodyProps = { list: Reading; count: number; add: () => void; addWords: string; children: ReactNode };

/** A list that is read page by page: what it has, that it has nothing, or why it could not be read. */
export function ListBody({ list, count, add, addWords, children }: ListBodyProps) {
  const { t } = useDeskWords();
  if (list.error && count === 0) return <Unreachable error={list.error} retry={() => void list.refetch()} />;
  return (
    <div className={styles.list} aria-busy={list.isPending}>
      <Button look="quiet" onClick={add}>
        {addWords}
      </Button>
      {list.isPending ? <output>{t('desk.reading')}</output> : null}
      {!list.isPending && count === 0 ? (
        <EmptyState icon={<SearchX {...icon(32)} />} title={t('lists.none.title')}>
          {t('lists.none.body')}
        </EmptyState>
      ) : null}
      {children}
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('lists.more')}
        </Button>
      ) : null}
    </div>
  );
}
