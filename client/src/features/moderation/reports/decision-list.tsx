import type { ReactNode } from 'react';
import { Unreachable } from '../../../ui/unreachable.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './reports.module.css';

type DecisionListProps<Item> = {
  asked: { data: { items: readonly Item[] } | undefined; error: Error | null; refetch: () => Promise<unknown> };
  /** Drawn while nothing waits. */
  none: ReactNode;
  row: (item: Item) => ReactNode;
};

/** What waits to be decided beside the queue, as far as it was read: being read, out of reach, nothing, or its rows. */
export function DecisionList<Item>({ asked: { data, error, refetch }, none, row }: DecisionListProps<Item>) {
  const { t } = useDeskWords();
  if (!data && error) return <Unreachable error={error} retry={() => void refetch()} />;
  if (!data) return <output className={styles.none}>{t('desk.reading')}</output>;
  return data.items.length === 0 ? none : <ul className={styles.list}>{data.items.map(row)}</ul>;
}

/** One of them: how urgent it is, and beside it what it is about and what one can do. */
export function DecisionCard({ mark = <span />, children }: { mark?: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.card}>
      {mark}
      <div>{children}</div>
    </li>
  );
}
