import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { heardIn, heardSince, type ChatRow, type Heard } from './chat.rules.js';

/** Closer to the end than this is at the end: a line may be half hidden. */
const AT_END_PX = 60;

/** The row one reads, and how far below the upper edge it stands. */
type Anchor = { key: string; belowTopPx: number };

/** The first row that is in view: rows lie one below the other, so it is found by halving. */
function firstInView(list: Element, log: HTMLElement): HTMLElement | undefined {
  const rows = list.children as HTMLCollectionOf<HTMLElement>;
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row && row.offsetTop + row.offsetHeight <= log.scrollTop) low = middle + 1;
    else high = middle;
  }
  return rows[low];
}

/**
 * Keeps a log at its end while one reads there, and each row where it is while one reads further up: whatever comes in
 * above, between or below, the line under the eye stays. `held`: one is being led to a row, wherever one was before.
 * `unread` counts what came meanwhile.
 */
export function useLogScroll(rows: readonly ChatRow[], held: boolean) {
  const log = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const anchor = useRef<Anchor>(undefined);
  /** Where the log stood when it was last put to its end: who is further up now has scrolled there. */
  const endPx = useRef(0);
  const [atEnd, setAtEnd] = useState(true);
  const following = atEnd && !held;
  const [heard, setHeard] = useState<Heard>(new Map());

  const stay = useCallback((element: HTMLElement) => {
    element.scrollTop = element.scrollHeight;
    endPx.current = element.scrollTop;
  }, []);

  const toEnd = useCallback(() => {
    anchor.current = undefined;
    setAtEnd(true);
    if (log.current) stay(log.current);
  }, [stay]);

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const reading = anchor.current;
    if (following) stay(element);
    else if (reading && !held) {
      const row = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(reading.key)}"]`);
      if (row) element.scrollTop = row.offsetTop - reading.belowTopPx;
    }
  }, [rows, following, held, stay]);

  // The keyboard, a banner or a rotation changes the room's height: the end stays the end.
  useLayoutEffect(() => {
    const element = log.current;
    if (!element || !following) return undefined;
    const observer = new ResizeObserver(() => stay(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [following, stay]);

  const scrolled = () => {
    const element = log.current;
    if (!element || !list.current) return;
    // The room became smaller or a row taller between two pictures: that is nobody's scrolling.
    if (following && element.scrollTop >= endPx.current) return stay(element);
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_PX;
    const row = isAtEnd ? undefined : firstInView(list.current, element);
    anchor.current = row?.dataset['key'] ? { key: row.dataset['key'], belowTopPx: row.offsetTop - element.scrollTop } : undefined;
    if (atEnd && !isAtEnd) setHeard(heardIn(rows));
    setAtEnd(isAtEnd);
  };

  return { log, list, following, unread: atEnd ? 0 : heardSince(rows, heard).length, scrolled, toEnd };
}
