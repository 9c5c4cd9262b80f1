import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { heardIn, heardSince, type ChatRow, type Heard } from './chat.rules.js';
import { useDrawnRows, type DrawnRows } from './use-drawn-rows.js';

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

/** Which edge of what is drawn is less than a screen away. */
function edgeNear(element: HTMLElement, more: DrawnRows['more']): 'above' | 'below' | undefined {
  const { scrollTop, clientHeight, scrollHeight } = element;
  if (more.above && scrollTop < clientHeight) return 'above';
  if (more.below && scrollHeight - scrollTop - clientHeight < clientHeight) return 'below';
  return undefined;
}

/**
 * Keeps a log at its end while one reads there, and each row where it is while one reads further up: whatever comes in
 * above, between or below, the line under the eye stays. `found`: one is being led to a row, wherever one was before.
 * `kept`: the row one is at. `unread` counts what came meanwhile.
 */
export function useLogScroll(all: readonly ChatRow[], { found, kept }: { found: string | undefined; kept: string | undefined }) {
  const log = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const anchor = useRef<Anchor>(undefined);
  /** Where the log stood when it was last put to its end: who is further up now has scrolled there. */
  const endPx = useRef(0);
  const [atEnd, setAtEnd] = useState(true);
  const held = found !== undefined;
  const following = atEnd && !held;
  const [heard, setHeard] = useState<Heard>(new Map());
  const { rows, more, lengthen } = useDrawnRows(all, { following, found, kept });

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
    const edge = edgeNear(element, more);
    if (edge) lengthen(edge);
  }, [rows, more, following, held, stay, lengthen]);

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
    const isAtEnd = !more.below && element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_PX;
    const row = isAtEnd ? undefined : firstInView(list.current, element);
    anchor.current = row?.dataset['key'] ? { key: row.dataset['key'], belowTopPx: row.offsetTop - element.scrollTop } : undefined;
    if (atEnd && !isAtEnd) setHeard(heardIn(all));
    setAtEnd(isAtEnd);
    const edge = isAtEnd ? undefined : edgeNear(element, more);
    if (edge) lengthen(edge);
  };

  return { log, list, rows, more, unread: atEnd ? 0 : heardSince(all, heard).length, scrolled, toEnd };
}
