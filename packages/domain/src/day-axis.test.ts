import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAxis, gapsOf, serviceSpan } from './day-axis.js';

const span = { from: 480, to: 1320 };
const moment = fc.integer({ min: 0, max: 1440 });
const slots = fc.array(fc.record({ start: moment, end: moment, repeat: fc.option(fc.boolean(), { nil: undefined }) }), { maxLength: 40 });
const runningAt = (given: readonly { start: number; end: number; repeat?: boolean }[], at: number) =>
  given.filter(({ start, end }) => start <= at && at < end);

describe('the day axis', () => {
  test('covers the span without a hole, and neighbours differ', () => {
    fc.assert(
      fc.property(slots, (given) => {
        const axis = dayAxis(given, span);
        expect([axis[0]?.from, axis.at(-1)?.to]).toEqual([span.from, span.to]);
        for (const [at, stretch] of axis.entries()) {
          expect(stretch.from).toBeLessThan(stretch.to);
          const next = axis[at + 1];
          if (next) expect([next.from, next.kind === stretch.kind]).toEqual([stretch.to, false]);
        }
      }),
    );
  });

  test('says of every minute what runs then', () => {
    fc.assert(
      fc.property(slots, fc.integer({ min: span.from, max: span.to - 1 }), (given, at) => {
        const stretch = dayAxis(given, span).find(({ from, to }) => from <= at && at < to);
        const running = runningAt(given, at);
        const kind = running.length === 0 ? 'gap' : running.some(({ repeat }) => !repeat) ? 'programme' : 'filler';
        expect(stretch?.kind).toBe(kind);
      }),
    );
  });

  test('counts the sessions of a stretch at its busiest minute', () => {
    fc.assert(
      fc.property(slots, (given) => {
        for (const { from, to, sessions } of dayAxis(given, span)) {
          const counts = Array.from({ length: to - from }, (_, minute) => runningAt(given, from + minute).length);
          expect(sessions).toBe(Math.max(...counts));
        }
      }),
    );
  });

  test('has the gaps that its stretches have', () => {
    const axis = dayAxis(
      [
        { start: 500, end: 600 },
        { start: 650, end: 700, repeat: true },
        { start: 0, end: 490 },
      ],
      span,
    );
    expect(axis.map(({ kind }) => kind)).toEqual(['programme', 'gap', 'programme', 'gap', 'filler', 'gap']);
    expect(gapsOf(axis)).toEqual([
      { from: 490, to: 500 },
      { from: 600, to: 650 },
      { from: 700, to: 1320 },
    ]);
  });

  test('of a day with nothing is one gap', () => {
    expect(dayAxis([], span)).toEqual([{ ...span, kind: 'gap', sessions: 0 }]);
  });
});

test('service hours stand in Shanghai', () => {
  const { from, to } = serviceSpan('2026-09-17', { from: 480, to: 1320 });
  expect([from, to]).toEqual([Date.parse('2026-09-17T08:00:00+08:00'), Date.parse('2026-09-17T22:00:00+08:00')]);
});
