import { expect, test } from 'vitest';
import { drawSchedule, faultKinds, readSchedule } from './schedule.js';

test('the same seed draws the same schedule, and another another', () => {
  expect(drawSchedule(7, 10)).toEqual(drawSchedule(7, 10));
  expect(drawSchedule(7, 10)).not.toEqual(drawSchedule(8, 10));
});

test('every kind of fault comes in half an hour, and what is written is what is read', () => {
  const schedule = drawSchedule(1, 30);
  expect(new Set(schedule.rounds.flatMap(({ faults }) => faults.map(({ kind }) => kind)))).toEqual(new Set(Object.keys(faultKinds)));
  expect(readSchedule(JSON.stringify(schedule))).toEqual(schedule);
});

test('one thing is broken in one way at a time', () => {
  for (const { faults } of drawSchedule(3, 30).rounds) {
    const redis = faults.filter(({ kind }) => faultKinds[kind].of === 'redis');
    for (const [i, { atMs, forMs }] of redis.entries()) expect(redis[i + 1]?.atMs ?? Infinity).toBeGreaterThanOrEqual(atMs + forMs);
  }
});

test('a schedule with a fault that is not known is refused', () => {
  const text = JSON.stringify({ seed: 1, perSecond: 1, rounds: [{ lastsMs: 1, faults: [{ atMs: 0, kind: 'flood', node: 0, forMs: 1 }] }] });
  expect(() => readSchedule(text)).toThrow('flood');
});
