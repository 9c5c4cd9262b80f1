import type { ReviewCard } from '@yunhui/contracts';
import { useShortcut } from '../../../platform/shortcuts.js';
import type { ReviewAddress } from './use-review-address.js';

/** J and K go down and up the list. */
export function useRowKeys(rows: readonly ReviewCard[], current: string | undefined, go: ReviewAddress['go']): void {
  const step = (by: number) => {
    const next = rows[rows.findIndex(({ id }) => id === current) + by];
    if (!next) return;
    go({ id: next.id });
    document.querySelector(`[data-review="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
}
