import type { ChatRow } from './chat.rules.js';

/** At the end so few rows are drawn at first; a place that is taller than they are gets more. */
const fewest = 30;
/** What is added at once where one scrolls to the edge of what is drawn: more would hold the page up. */
const step = 30;

/**
 * The part of the rows that is drawn. It is remembered by the rows' keys, because rows come and go before, between and
 * behind them. `open`: it goes on to the end, whatever comes; otherwise it ends where it ends until one scrolls there.
 */
export type Drawn = { keys: ReadonlySet<string>; open: boolean; least: number };

export const nothingDrawn: Drawn = { keys: new Set(), open: true, least: fewest };

type Rows = readonly Pick<ChatRow, 'key'>[];
/** From the first to before the last, as `slice` takes it. Empty when nothing that was drawn is there any more. */
export type Span = { from: number; to: number };

export function spanOf({ keys, open }: Drawn, rows: Rows): Span {
  const from = rows.findIndex(({ key }) => keys.has(key));
  if (from === -1) return { from: 0, to: 0 };
  return { from, to: open ? rows.length : rows.findLastIndex(({ key }) => keys.has(key)) + 1 };
}

const draw = (drawn: Drawn, rows: Rows, { from, to }: Span): Drawn => ({
  ...drawn,
  keys: new Set(rows.slice(Math.max(0, from), to).map(({ key }) => key)),
});

/**
 * What is to be drawn of `rows` after `drawn`; the same object when that is still right. Who follows the end sees the
 * newest: rows are dropped many at a time, since each time the others move up. Who reads further up keeps what they
 * have, and nothing is drawn below it before they come there. `kept` stays as long as it is chosen, `found` is led to.
 */
export function fitting(
  drawn: Drawn,
  rows: Rows,
  { following, found, kept }: { following: boolean; found?: string | undefined; kept?: string | undefined },
): Drawn {
  if (rows.length === 0) return drawn;
  const { length } = rows;
  const { least } = drawn;
  const span = spanOf(drawn, rows);
  const isGone = span.from === span.to;
  if (following) {
    const chosen = kept === undefined ? -1 : rows.findIndex(({ key }) => key === kept);
    const from = Math.max(0, chosen === -1 ? length - least : Math.min(chosen, length - least));
    const isRight = drawn.open && !isGone && (length - span.from <= least * 2 || from <= span.from);
    return isRight ? drawn : draw({ ...drawn, open: true }, rows, { from, to: length });
  }
  const wanted = found === undefined ? -1 : rows.findIndex(({ key }) => key === found);
  if (wanted !== -1 && (wanted < span.from || wanted >= span.to))
    return draw({ ...drawn, open: false }, rows, { from: wanted - step, to: wanted + step });
  if (isGone) return draw({ ...drawn, open: false }, rows, { from: length - least, to: length });
  return drawn.open ? draw({ ...drawn, open: false }, rows, span) : drawn;
}

/** One step more above or below. At the end it is the place that is tall: so much is drawn there from now on. */
export function longer(drawn: Drawn, rows: Rows, side: 'above' | 'below'): Drawn {
  const { from, to } = spanOf(drawn, rows);
  const least = drawn.open ? drawn.least + step : drawn.least;
  return draw({ ...drawn, least }, rows, side === 'above' ? { from: from - step, to } : { from, to: to + step });
}
