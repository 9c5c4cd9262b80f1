import { useCallback, useEffect, useReducer, useRef } from 'react';
import { askCheckUp } from './check-up-lines.js';
import { nextCheckUp, notChecked } from './check-up.reducer.js';

/** What a check-up may take; then the page says that it takes longer. */
const promisedMs = 8_000;

/** Checks one address at a time: a new one ends the one before. */
export function useCheckUp() {
  const [state, dispatch] = useReducer(nextCheckUp, notChecked);
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const check = useCallback((address: string) => {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    dispatch({ type: 'begun', address });
    const slow = setTimeout(() => mine.signal.aborted || dispatch({ type: 'slow' }), promisedMs);
    void askCheckUp(address, (line) => mine.signal.aborted || dispatch({ type: 'line', line }), mine.signal)
      .catch((error: unknown) => mine.signal.aborted || dispatch({ type: 'broken', error }))
      .finally(() => clearTimeout(slow));
  }, []);
  return { state, check };
}
