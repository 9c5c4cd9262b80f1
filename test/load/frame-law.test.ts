import type { Frame } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { FrameLaw } from './frame-law.js';

const frame = (after: number, seq: number, numbers: number[], changes: Partial<Frame> = {}): Frame => ({
  topic: 'room:a',
  epoch: 'e',
  after,
  seq,
  at: 0,
  entries: numbers.map((number) => ({ seq: number, at: 0, kind: 'mode' })),
  dropped: seq - after - numbers.length,
  ...changes,
});
const breachesOf = (...frames: Frame[]): string[] => {
  const law = new FrameLaw();
  const [early, ...later] = frames;
  if (early) law.take(early);
  law.begin('e', 10);
  for (const each of later) law.take(each);
  return law.breaches;
};

describe('the law of frames', () => {
  test('is kept by ranges that join or overlap, sampled or not', () => {
    expect(breachesOf(frame(10, 12, [11, 12]), frame(11, 15, [12, 15]), frame(3, 12, []))).toEqual([]);
  });

  test.each([
    ['a hole between two frames', frame(11, 12, [12])],
    ['a number said twice', frame(10, 12, [11, 11])],
    ['numbers that fall', frame(10, 12, [12, 11])],
    ['a number outside of its range', frame(10, 12, [13])],
    ['a wrong count of what was dropped', frame(10, 12, [11], { dropped: 0 })],
    ['another epoch', frame(10, 11, [11], { epoch: 'f' })],
  ])('is broken by %s', (_, broken) => {
    expect(breachesOf(broken)).toHaveLength(1);
  });
});
