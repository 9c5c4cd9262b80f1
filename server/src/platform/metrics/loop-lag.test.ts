import { describe, expect, test } from 'vitest';
import { LoopLag } from './loop-lag.js';
import { Metrics } from './metrics.js';

const aLag = (...late: number[]) => {
  const lag = new LoopLag(new Metrics());
  for (const ms of late) lag.take(ms);
  return lag;
};

describe('the lag of the loop', () => {
  test('is nothing before anything was measured', () => {
    expect(aLag().medianMs).toBe(0);
  });

  test('does not rise by one long pause', () => {
    expect(aLag(1, 1, 1, 900, 1, 1, 1, 1, 1, 1).medianMs).toBe(1);
  });

  test('is what most of the last second was like, and forgets what was before', () => {
    expect(aLag(...Array.from({ length: 10 }, () => 1), ...Array.from({ length: 10 }, () => 300)).medianMs).toBe(300);
  });
});
