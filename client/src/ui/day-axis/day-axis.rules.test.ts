import { describe, expect, test } from 'vitest';
import { gapTargets, partsOf, percentOf, ticksOf } from './day-axis.rules.js';

const at = (clock: string) => Date.parse(`2023-09-19T${clock}:00+08:00`);
const axis = { from: at('08:00'), to: at('22:00') };

test('what has been on, what is planned, filler and gaps each have their look, and now divides what runs', () => {
  const stretches = [
    { from: at('08:00'), to: at('15:00'), kind: 'programme' as const, sessions: 3 },
    { from: at('15:00'), to: at('18:30'), kind: 'gap' as const, sessions: 0 },
    { from: at('18:30'), to: at('22:00'), kind: 'filler' as const, sessions: 1 },
  ];
  expect(partsOf(stretches, axis, at('11:30')).map(({ look, left, width }) => [look, left, width])).toEqual([
    ['past', 0, 25],
    ['plan', 25, 25],
    ['gap', 50, 25],
    ['filler', 75, 25],
  ]);
  expect(partsOf(stretches, axis, at('07:00'))[0]?.look).toBe('plan');
});

test('the axis ends where it ends', () => {
  expect([percentOf(at('06:00'), axis), percentOf(at('23:00'), axis)]).toEqual([0, 100]);
  expect(ticksOf(axis)).toEqual(['08', '10', '12', '14', '16', '18', '20', '22'].map((hour) => at(`${hour}:00`)));
});

describe('the targets of the gaps', () => {
  const gap = (from: string, to: string) => ({ from: at(from), to: at(to) });

  test('are as wide as the gap, or as wide as a finger and still within the axis', () => {
    const gaps = [gap('08:00', '08:07'), gap('11:30', '15:00')];
    expect(gapTargets(gaps, axis, 5)).toEqual([
      { left: 0, width: 5, gaps: [gaps[0]] },
      { left: 25, width: 25, gaps: [gaps[1]] },
    ]);
    expect(gapTargets([gap('21:53', '22:00')], axis, 5)).toMatchObject([{ left: 95, width: 5 }]);
  });

  test('are shared by gaps that lie too near to be told apart by a finger', () => {
    const near = [gap('10:00', '10:10'), gap('10:20', '10:30'), gap('18:00', '18:10')];
    const targets = gapTargets(near, axis, 5);
    expect(targets.map(({ gaps }) => gaps.length)).toEqual([2, 1]);
    expect(gapTargets(near, axis, 1)).toHaveLength(3);
    for (const [place, { left, width }] of targets.entries()) expect(left + width).toBeLessThanOrEqual(targets[place + 1]?.left ?? 100);
  });
});
