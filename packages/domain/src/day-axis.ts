import type { AxisStretch } from '@yunhui/contracts';
import { type ShanghaiDay, startOfShanghaiDay } from './shanghai-day.js';

/** A slot [start, end) in ms; `repeat`: filler 重播. */
export type Slot = { start: number; end: number; repeat?: boolean };
export type Span = { from: number; to: number };

const minuteMs = 60_000;

/** The service hours of a day, given in minutes after local midnight. */
export function serviceSpan(day: ShanghaiDay, { from, to }: Span): Span {
  const midnight = startOfShanghaiDay(day);
  return { from: midnight + from * minuteMs, to: midnight + to * minuteMs };
}

/**
 * The stretches of [from, to), in order and without holes: programme where something new runs, filler where
 * only repeats do, gap where nothing does. Two neighbours are never of one kind, so a gap is one stretch
 * however many sessions end at its start. `sessions` run at the stretch's busiest moment.
 */
export function dayAxis(slots: readonly Slot[], { from, to }: Span): AxisStretch[] {
  const within = slots.filter(({ start, end }) => start < end && start < to && end > from);
  const moments = [...new Set([from, ...within.flatMap(({ start, end }) => [start, end]), to])]
    .filter((moment) => from <= moment && moment <= to)
    .sort((a, b) => a - b);
  const stretches: AxisStretch[] = [];
  for (const [at, moment] of moments.slice(0, -1).entries()) {
    const running = within.filter(({ start, end }) => start <= moment && moment < end);
    const stretch = { from: moment, to: moments[at + 1] ?? to, kind: kindOf(running), sessions: running.length };
    const before = stretches.at(-1);
    if (before?.kind !== stretch.kind) stretches.push(stretch);
    else Object.assign(before, { to: stretch.to, sessions: Math.max(before.sessions, stretch.sessions) });
  }
  return stretches;
}

/** The gaps 空档 of an axis: stretches with nothing to watch, not even a repeat. */
export function gapsOf(stretches: readonly AxisStretch[]): Span[] {
  return stretches.filter(({ kind }) => kind === 'gap').map(({ from, to }) => ({ from, to }));
}

function kindOf(running: readonly Slot[]): AxisStretch['kind'] {
  if (running.length === 0) return 'gap';
  return running.every(({ repeat }) => repeat) ? 'filler' : 'programme';
}
