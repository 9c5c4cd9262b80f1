import { expect, test } from 'vitest';
import { partsOf, percentOf, ticksOf } from './day-axis.rules.js';

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
