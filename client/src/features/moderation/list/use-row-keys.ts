import type { KeyboardEvent } from 'react';
import type { QueueDesk } from '../queue/queue-desk.js';

const ways: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrows go over every row, decided ones too; J and K go over what is still to be decided. */
export function useRowKeys(queue: QueueDesk) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const way = ways[event.key];
      if (way === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const { rows, focus } = queue.state;
      const next = rows[(focus === undefined ? -1 : rows.indexOf(focus)) + way];
      if (next !== undefined) queue.tell({ type: 'focused', id: next });
    },
  };
}
