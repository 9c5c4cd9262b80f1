import type { GuideChannel, Session } from '@yunhui/contracts';
import { startOfShanghaiDay } from '@yunhui/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsBetween, gridSpan, hourPx, hoursIn, layRows, rowsBetween, xOf, type Span } from './epg.rules.js';

const day = '2023-09-19';
const midnight = startOfShanghaiDay(day);
const minuteMs = 60_000;
const service: Span = { from: midnight + 480 * minuteMs, to: midnight + 1320 * minuteMs };
const span: Span = { from: midnight, to: midnight + 1440 * minuteMs };

const aChannel = (slug: string, more: Partial<GuideChannel> = {}): GuideChannel => ({
  slug,
  title: slug,
  titleEn: slug,
  region: '520000',
  ...more,
});

function aSession(channel: string, startMinute: number, minutes: number): Session {
  const startsAt = new Date(midnight + startMinute * minuteMs).toISOString();
  const endsAt = new Date(midnight + (startMinute + minutes) * minuteMs).toISOString();
  const id = `${channel}-${startMinute}-${minutes}`;
  return { id, channel, title: id, form: '直播', startsAt, endsAt, state: 'scheduled', late: false };
}

const plans = fc.array(fc.tuple(fc.integer({ min: -300, max: 1700 }), fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 30 });
const rowOf = (plan: readonly (readonly [number, number])[]) =>
  layRows(
    [aChannel('a')],
    plan.map(([start, minutes]) => aSession('a', start, minutes)),
    span,
    service,
  )[0];

describe('a row of the guide', () => {
  test('never has blocks that overlap, whatever was planned', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const blocks = rowOf(plan)?.blocks ?? [];
        for (const one of blocks) {
          for (const other of blocks) {
            if (one === other || one.lane !== other.lane) continue;
            expect(one.left + one.width <= other.left + 1e-6 || other.left + other.width <= one.left + 1e-6).toBe(true);
          }
        }
      }),
    );
  });

  test('stays inside the grid, and says where a block goes on', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { left, width, from, to, cutBefore, cutAfter } of rowOf(plan)?.blocks ?? []) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(24 * hourPx + 1e-6);
          expect([cutBefore, cutAfter]).toEqual([from < span.from, to > span.to]);
        }
      }),
    );
  });

  test('is covered by its sessions and its gaps over all service hours, without one reaching into the other', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const sessions = plan.map(([start, minutes]) => ({
          from: midnight + start * minuteMs,
          to: midnight + (start + minutes) * minuteMs,
        }));
        const gaps = gapsBetween(sessions, service);
        for (let at = service.from; at < service.to; at += minuteMs) {
          const within = ({ from, to }: Span) => from <= at && at < to;
          expect(sessions.some(within)).toBe(!gaps.some(within));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('puts what runs over into the next one on a lane of its own', () => {
    const row = rowOf([
      [600, 60],
      [640, 60],
      [700, 30],
    ]);
    expect(row?.blocks.map(({ lane }) => lane)).toEqual([0, 1, 0]);
    expect(row?.height).toBe(140);
  });

  test('is one block for a channel that never stops, and none for one that has nothing', () => {
    const rows = layRows([aChannel('deep-space', { roundTheClock: true }), aChannel('silent')], [], span, service);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ gaps: [], blocks: [{ left: 0, width: 24 * hourPx }] });
  });
});

describe('the grid', () => {
  test('shows the service hours, and whole hours around what is outside of them', () => {
    expect(gridSpan(day, [], service)).toEqual(service);
    expect(gridSpan(day, [aSession('a', 430, 30), aSession('a', 1300, 45)], service)).toEqual({
      from: midnight + 420 * minuteMs,
      to: midnight + 1380 * minuteMs,
    });
  });

  test('ends with the day, though a session goes on over midnight', () => {
    expect(gridSpan(day, [aSession('a', -30, 60), aSession('a', 1430, 60)], service)).toEqual(span);
    expect(hoursIn(span)).toHaveLength(24);
  });

  test('has 176 px an hour, so now is where the clock says', () => {
    expect(xOf(midnight + 14.5 * 60 * minuteMs, service)).toBe(6.5 * hourPx);
    expect(xOf(midnight, service)).toBe(0);
    expect(xOf(midnight + 1440 * minuteMs, service)).toBe(14 * hourPx);
  });

  test('lays 10,000 sessions of 500 channels well within a frame’s worth of waiting, and draws only the rows in sight', () => {
    const channels = Array.from({ length: 500 }, (_, index) => aChannel(`c${index}`));
    const sessions = channels.flatMap(({ slug }) => Array.from({ length: 20 }, (_, index) => aSession(slug, index * 70, 60)));
    const began = performance.now();
    const rows = layRows(channels, sessions, span, service);
    const tookMs = performance.now() - began;
    expect(rows.flatMap(({ blocks }) => blocks)).toHaveLength(10_000);
    // Some 20 ms on a desk; the limit leaves room for a machine that does other things as well.
    expect(tookMs).toBeLessThan(400);
    expect(rowsBetween(rows, 7000, 7700).map(({ channel }) => channel.slug)).toEqual(
      rows.slice(100, 110).map(({ channel }) => channel.slug),
    );
  });
});
