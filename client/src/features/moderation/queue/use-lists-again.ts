import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { List } from './hints.rules.js';

/** Hints come in rushes: a list is read again this often at most. */
const AGAIN_MS = 1_000;

/** Has the lists that a hint tells of read again, where somebody looks at them. */
export function useListsAgain(): (lists: readonly List[]) => void {
  const queries = useQueryClient();
  const timers = useRef(new Map<List, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const waiting = timers.current;
    return () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    };
  }, []);
  return useCallback(
    (lists) => {
      for (const list of lists) {
        if (timers.current.has(list)) continue;
        const read = () => {
          timers.current.delete(list);
          void queries.invalidateQueries({ queryKey: ['desk', list] });
        };
        timers.current.set(list, setTimeout(read, AGAIN_MS));
      }
    },
    [queries],
  );
}
