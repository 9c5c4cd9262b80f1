import { describe, expect, test } from 'vitest';
import { type Comparable, worseThan } from './last-result.js';

const aRun = (p99s: number[], loopMs = 10): Comparable => ({
  rounds: p99s,
  calibrationMs: { before: loopMs, after: loopMs },
});

describe('a run beside the last one', () => {
  test('is fine when there is none, or it was slower', () => {
    expect(worseThan(undefined, aRun([50]), 'ack p99')).toEqual([]);
    expect(worseThan(aRun([50]), aRun([40]), 'ack p99')).toEqual([]);
  });

  test('is fine when it is slower by no more than either run varied', () => {
    expect(worseThan(aRun([40, 50, 60]), aRun([55, 60, 70]), 'ack p99')).toEqual([]);
  });

  test('is worse when it is slower by more', () => {
    expect(worseThan(aRun([40, 42, 44]), aRun([60, 61, 62]), 'ack p99')).toEqual(['ack p99 is 6.1 calibration loops, and was 4.2']);
  });

  test('on a machine half as quick is judged by that machine', () => {
    expect(worseThan(aRun([40, 42, 44], 10), aRun([80, 84, 88], 20), 'ack p99')).toEqual([]);
  });
});
