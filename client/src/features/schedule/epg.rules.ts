import type { GuideChannel, Session } from '@yunhui/contracts';
import { shanghaiDayAfter, startOfShanghaiDay, type ShanghaiDay } from '@yunhui/domain';

export const hourPx = 176;
export const lanePx = 70;
const hourMs = 3_600_000;
const minuteMs = 60_000;

/** A stretch [from, to) in ms since 1970 UTC. */
export type Span = { from: number; to: number };

/** What stands in a row, from `left` on, `width` wide, in px. Cut where it goes on outside of the grid. */
export type Block = Span & {
  key: string;
  /** None for a channel that never stops: it has no programme, and its one block is the whole row. */
  session?: Session;
  lane: number;
  left: number;
  width: number;
  cutBefore: boolean;
  cutAfter: boolean;
};

export type RowGap = Span & { left: number; width: number; minutes: number };

/** A channel's row; `top` and `height` in px from the first row, so that rows out of sight need not be drawn. */
export type Row = { channel: GuideChannel; blocks: readonly Block[]; gaps: readonly RowGap[]; top: number; height: number };

/** The distance from the grid's left edge, in px; what lies outside is at the edge. */
export function xOf(at: number, span: Span): number {
  return ((Math.min(Math.max(at, span.from), span.to) - span.from) / hourMs) * hourPx;
}

/** Whole hours that show the service hours and everything of the day that is outside of them. */
export function gridSpan(day: ShanghaiDay, sessions: readonly Session[], service: Span): Span {
  const whole = { from: startOfShanghaiDay(day), to: startOfShanghaiDay(shanghaiDayAfter(day, 1)) };
  const starts = sessions.map(({ startsAt }) => Date.parse(startsAt));
  const ends = sessions.map(({ endsAt }) => Date.parse(endsAt));
  const from = starts.reduce((least, at) => Math.min(least, at), service.from);
  const to = ends.reduce((most, at) => Math.max(most, at), service.to);
  return {
    from: Math.max(whole.from, Math.floor(from / hourMs) * hourMs),
    to: Math.min(whole.to, Math.ceil(to / hourMs) * hourMs),
  };
}

/** The first moment of each hour of the grid. */
export function hoursIn(span: Span): readonly number[] {
  return Array.from({ length: Math.round((span.to - span.from) / hourMs) }, (_, hour) => span.from + hour * hourMs);
}

const blockAt = (span: Span, key: string, { from, to }: Span): Omit<Block, 'lane'> => {
  const left = xOf(from, span);
  return { key, from, to, left, width: xOf(to, span) - left, cutBefore: from < span.from, cutAfter: to > span.to };
};

/** A channel's sessions never overlap by rule; one that runs over its end may, and goes to the next lane below. */
function layBlocks(sessions: readonly Session[], span: Span): Block[] {
  const freeFrom: number[] = [];
  return sessions
    .map((session) => ({ session, ...blockAt(span, session.id, { from: Date.parse(session.startsAt), to: Date.parse(session.endsAt) }) }))
    .filter(({ width }) => width > 0)
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
    .map((block) => {
      const free = freeFrom.findIndex((at) => at <= block.from);
      const lane = free === -1 ? freeFrom.length : free;
      freeFrom[lane] = block.to;
      return { ...block, lane };
    });
}

/** The stretches of the service hours in which a row has nothing. With its sessions they cover the service hours. */
export function gapsBetween(blocks: readonly Span[], service: Span): readonly Span[] {
  const gaps: Span[] = [];
  let reached = service.from;
  for (const { from, to } of blocks.toSorted((one, other) => one.from - other.from)) {
    if (from > reached) gaps.push({ from: reached, to: Math.min(from, service.to) });
    reached = Math.max(reached, to);
    if (reached >= service.to) return gaps.filter((gap) => gap.to > gap.from);
  }
  return [...gaps, { from: reached, to: service.to }].filter((gap) => gap.to > gap.from);
}

/** The rows of the grid, in the order of the channels. One that has nothing on that day is left out. */
export function layRows(channels: readonly GuideChannel[], sessions: readonly Session[], span: Span, service: Span): readonly Row[] {
  const byChannel = new Map<string, Session[]>();
  for (const session of sessions) byChannel.set(session.channel, [...(byChannel.get(session.channel) ?? []), session]);
  const rows: Row[] = [];
  let top = 0;
  for (const channel of channels) {
    const planned = layBlocks(byChannel.get(channel.slug) ?? [], span);
    const blocks =
      planned.length > 0 || !channel.roundTheClock ? planned : [{ ...blockAt(span, `all-day ${channel.slug}`, span), lane: 0 }];
    if (blocks.length === 0) continue;
    const gaps = channel.roundTheClock ? [] : gapsBetween(blocks, service);
    const height = lanePx * (1 + Math.max(...blocks.map(({ lane }) => lane)));
    rows.push({ channel, blocks, gaps: gaps.map((gap) => layGap(gap, span)), top, height });
    top += height;
  }
  return rows;
}

function layGap(gap: Span, span: Span): RowGap {
  const left = xOf(gap.from, span);
  return { ...gap, left, width: xOf(gap.to, span) - left, minutes: Math.round((gap.to - gap.from) / minuteMs) };
}

/** The rows between two heights: the rest is not drawn. */
export function rowsBetween(rows: readonly Row[], from: number, to: number): readonly Row[] {
  return rows.filter(({ top, height }) => top < to && top + height > from);
}
