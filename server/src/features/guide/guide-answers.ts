import type { GuideChannel, Session } from '@yunhui/contracts';
import { dayAxis, dayMs, gapsOf, serviceSpan, sessionStates, shanghaiDayAfter, shanghaiDayOf, type Slot, type Span } from '@yunhui/domain';
import type { ChannelCard } from '../channels/index.js';
import { type PlannedSession, toSession } from '../schedule/index.js';

/** A week and the day it begins on: more at once is not read by a person. */
export const mostDays = 8;

export type SpanVerdict = { span: Span } | { wrong: 'from' | 'to' };

/** The span that is asked for: `from` is by default the start of today, `to` a day after it. */
export function spanOf(wanted: { from?: number; to?: number }, startOfToday: number): SpanVerdict {
  const from = wanted.from ?? startOfToday;
  const to = wanted.to ?? from + dayMs;
  if (!isMoment(from)) return { wrong: 'from' };
  return isMoment(to) && from < to && to - from <= mostDays * dayMs ? { span: { from, to } } : { wrong: 'to' };
}

/** Within the years that ISO 8601 writes with four digits. */
function isMoment(at: number): boolean {
  return at >= Date.parse('1970-01-02T00:00:00Z') && at < Date.parse('9999-12-30T00:00:00Z');
}

/** The sessions with their states, by start and then by channel, as they came. */
export function toSessions(planned: readonly PlannedSession[], blocked: ReadonlySet<string>, now: number): Session[] {
  const shown = new Map<string, Session>();
  for (const [channel, sessions] of Map.groupBy(planned, (session) => session.channel)) {
    for (const { session, ...verdict } of sessionStates({ blocked: blocked.has(channel), sessions }, now))
      shown.set(session.id, toSession(session, verdict));
  }
  return planned.flatMap(({ id }) => shown.get(id) ?? []);
}

/** What fills an axis: everything that may be watched, so nothing that is blocked or cancelled. */
export function slotsOf(planned: readonly PlannedSession[], blocked: ReadonlySet<string>): Slot[] {
  return planned.filter((session) => !session.blocked && !session.cancelled && !blocked.has(session.channel));
}

/** The gaps of every day's service hours within a span. */
export function gapsWithin(slots: readonly Slot[], { from, to }: Span, serviceHours: Span): Span[] {
  const gaps: Span[] = [];
  for (let day = shanghaiDayOf(from); serviceSpan(day, { from: 0, to: 0 }).from < to; day = shanghaiDayAfter(day, 1)) {
    const hours = serviceSpan(day, serviceHours);
    const asked = { from: Math.max(from, hours.from), to: Math.min(to, hours.to) };
    if (asked.from < asked.to) gaps.push(...gapsOf(dayAxis(slots, asked)));
  }
  return gaps;
}

/** A channel as the head of a row. */
export function toGuideChannel({ slug, title, titleEn, region, host, roundTheClock, sample }: ChannelCard): GuideChannel {
  return { slug, title, titleEn, region: region.key, host, ...(roundTheClock && { roundTheClock }), ...(sample && { sample }) };
}
