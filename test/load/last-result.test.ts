import { describe, expect, test } from 'vitest';
import { type Comparable, worseThan } from './last-result.js';

const aRun = (p99s: number[], loopMs = 10): Comparable => ({
  rounds: p99s,
  calibrationMs: { before: loopMs, after: loopMs },
});

describe('a run beside the last one', () => {
  test('is fine when there is none, or it was slower', () => {
    expect(worseThan(undefined, aRun([50]), { what: 'ack p99' })).toEqual([]);
    expect(worseThan(aRun([50]), aRun([40]), { what: 'ack p99' })).toEqual([]);
  });

  test('is fine when it is slower by no more than either run varied', () => {
    expect(worseThan(aRun([40, 50, 60]), aRun([55, 60, 70]), { what: 'ack p99' })).toEqual([]);
  });

  test('is worse when it is slower by more', () => {
    expect(worseThan(aRun([40, 42, 44]), aRun([60, 61, 62]), { what: 'ack p99' })).toEqual([
      'ack p99 is 6.1 calibration loops, and was 4.2',
    ]);
  });

  test('on a machine half as quick is judged by that machine', () => {
    expect(worseThan(aRun([40, 42, 44], 10), aRun([80, 84, 88], 20), { what: 'ack p99' })).toEqual([]);
  });

  test('is judged by the quicker loop: what was measured may be at work beside the other', () => {
    const busy: Comparable = { rounds: [40, 42, 44], calibrationMs: { before: 10, after: 120 } };
    expect(worseThan(busy, aRun([41, 42, 43]), { what: 'ack p99' })).toEqual([]);
  });

  test('of a rate is better when it is more', () => {
    const rate = { what: 'snapshots a second', isRate: true };
    expect(worseThan(aRun([400, 420, 440]), aRun([800, 820, 840]), rate)).toEqual([]);
    expect(worseThan(aRun([400, 420, 440]), aRun([200, 210, 220], 20), rate)).toEqual([]);
    expect(worseThan(aRun([400, 420, 440]), aRun([200, 210, 220]), rate)).toEqual([
      'snapshots a second is 2100 a calibration loop, and was 4200',
    ]);
  });
});
