import type { Block, Row } from './epg.rules.js';

/** The block that the keyboard is on, and the moment it holds on to while it goes up and down. */
export type GridFocus = { slug: string; key: string; at: number };

/** How far a page key goes. */
export const pageMs = 3 * 3_600_000;

const arrows: Readonly<Record<string, { time: number; row: number }>> = {
  ArrowLeft: { time: -1, row: 0 },
  ArrowRight: { time: 1, row: 0 },
  ArrowUp: { time: 0, row: -1 },
  ArrowDown: { time: 0, row: 1 },
};

const distance = ({ from, to }: Block, at: number): number => (at < from ? from - at : at >= to ? at - to + 1 : 0);

/** The block of a row that is on at a moment, else the nearest to it. */
export function blockNear(row: Row, at: number): Block | undefined {
  return row.blocks.toSorted((one, other) => distance(one, at) - distance(other, at))[0];
}

const onto = (row: Row, block: Block | undefined, at?: number): GridFocus | undefined =>
  block && { slug: row.channel.slug, key: block.key, at: at ?? block.from };

/** Where the focus begins: on what is on now, in the first row. */
export function firstFocus(rows: readonly Row[], now: number): GridFocus | undefined {
  const [row] = rows;
  return row && onto(row, blockNear(row, now), now);
}

/**
 * Where a key leads: left and right through a channel's time, up and down to the channel above or below at the same
 * time, page keys by hours, Home and End to a channel's first and last. Undefined when the key is none of these or
 * there is nothing there: then the focus stays.
 */
export function moveFocus(rows: readonly Row[], focus: GridFocus, key: string): GridFocus | undefined {
  const place = rows.findIndex(({ channel }) => channel.slug === focus.slug);
  const row = rows[place];
  if (!row) return undefined;
  const index = row.blocks.findIndex((block) => block.key === focus.key);
  const block = row.blocks[index];
  if (!block) return firstFocus(rows, focus.at);
  const arrow = arrows[key];
  if (arrow?.time) return onto(row, row.blocks[index + arrow.time]);
  if (arrow?.row) {
    const other = rows[place + arrow.row];
    return other && onto(other, blockNear(other, focus.at), focus.at);
  }
  if (key === 'Home') return onto(row, row.blocks[0]);
  if (key === 'End') return onto(row, row.blocks.at(-1));
  const pages = key === 'PageUp' ? -1 : key === 'PageDown' ? 1 : 0;
  if (pages === 0) return undefined;
  const at = block.from + pages * pageMs;
  return onto(row, blockNear(row, at), at);
}
