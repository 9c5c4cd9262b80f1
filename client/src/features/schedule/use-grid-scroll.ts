import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { xOf, type Block, type Row, type Span } from './epg.rules.js';

/** What stands at the left and on top of everything, in px: the channels and the hours. */
const CHANNELS_PX = 176;
const HOURS_PX = 40;
/** How much of the past is left of now when the grid goes there. */
const BEFORE_NOW = 0.36;
/** Time does not go on by this much from one look to the next: the clock was put right. */
const CORRECTED_MS = 15 * 60_000;

/** The grid's own scrolling: which rows are in sight, whether now is, and the ways to a time and to a block. It begins at the time `asked` for, else now. */
export function useGridScroll(span: Span, now: number | undefined, asked: number | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Span>({ from: 0, to: 800 });
  const [nowSeen, setNowSeen] = useState(true);

  const look = useCallback(() => {
    const grid = scroller.current;
    if (!grid) return;
    // In steps, so that a scroll draws rows anew now and then and not each frame.
    const from = Math.floor(grid.scrollTop / 140) * 140;
    const to = from + Math.ceil(grid.clientHeight / 140) * 140 + 140;
    setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    const left = now === undefined ? undefined : xOf(now, span) - grid.scrollLeft;
    setNowSeen(left === undefined || (left >= 0 && left <= grid.clientWidth - CHANNELS_PX));
  }, [now, span]);

  const toTime = useCallback(
    (at: number) => {
      const grid = scroller.current;
      if (grid) grid.scrollLeft = xOf(at, span) - (grid.clientWidth - CHANNELS_PX) * BEFORE_NOW;
    },
    [span],
  );

  const reveal = useCallback((row: Row, block: Block) => {
    const grid = scroller.current;
    if (!grid) return;
    const room = { width: grid.clientWidth - CHANNELS_PX, height: grid.clientHeight - HOURS_PX };
    if (row.top < grid.scrollTop || row.top + row.height > grid.scrollTop + room.height)
      grid.scrollTop = row.top - (room.height - row.height) / 2;
    const { left, width } = block;
    if (left < grid.scrollLeft || left + Math.min(width, room.width) > grid.scrollLeft + room.width)
      grid.scrollLeft = left - room.width * BEFORE_NOW;
  }, []);

  // Once for a day and a time that is asked for, and to now again when the hub put a wrong clock right: else the reader is where they went.
  const goal = `${span.from} ${asked}`;
  const went = useRef<{ goal: string; now: number | undefined }>(undefined);
  useLayoutEffect(() => {
    const before = went.current;
    went.current = { goal, now };
    const wasRight = before?.now === undefined || now === undefined || Math.abs(now - before.now) < CORRECTED_MS;
    if (before?.goal === goal && (wasRight || asked !== undefined)) return;
    const first = asked ?? now;
    if (first === undefined) scroller.current?.scrollTo({ left: 0 });
    else toTime(first);
  }, [goal, asked, now, toTime]);

  useEffect(() => {
    const grid = scroller.current;
    if (!grid) return undefined;
    look();
    const watch = new ResizeObserver(look);
    watch.observe(grid);
    grid.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      grid.removeEventListener('scroll', look);
    };
  }, [look]);

  return { scroller, seen, nowSeen, toTime, reveal };
}
