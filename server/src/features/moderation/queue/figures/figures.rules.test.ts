import { describe, expect, test } from 'vitest';
import { loadsOf, marksOf, outcomesOf, rulesOf, type Sum, timesOf, treatedOf } from './figures.rules.js';

const aSum = (sum: Partial<Sum> & Pick<Sum, 'kind' | 'key'>): Sum => ({ detail: '', bucket: -1, n: 1, amount: 0, ...sum });
/** The bucket that the store puts a time into. */
const bucketOf = (ms: number): number => Math.round(8 * Math.log2(ms));
const passed = (ms: number, n = 1): Sum => aSum({ kind: 'outcome', key: 'passed', bucket: bucketOf(ms), n });

describe('sums of what was decided', () => {
  test('count each end, also those that nobody decided', () => {
    const sums = [
      passed(900, 3),
      aSum({ kind: 'outcome', key: 'expired', n: 4 }),
      aSum({ kind: 'outcome', key: 'rejected', bucket: 80, n: 2 }),
    ];
    expect(outcomesOf(sums)).toEqual({ passed: 3, rejected: 2, expired: 4, withdrawn: 0 });
  });

  test('say how long it took within a twentieth, and nothing where nobody decided', () => {
    const times = timesOf([passed(800, 50), passed(4_000, 44), passed(90_000, 6), aSum({ kind: 'outcome', key: 'expired', n: 900 })]);
    expect(times.p50Ms).toBeGreaterThan(800 / 1.05);
    expect(times.p50Ms).toBeLessThan(800 * 1.05);
    expect(times.p95Ms).toBeGreaterThan(90_000 / 1.05);
    expect(times.p95Ms).toBeLessThan(90_000 * 1.05);
    expect(timesOf([aSum({ kind: 'outcome', key: 'expired' })])).toEqual({});
  });

  test('are what is left when verdicts were taken back', () => {
    const back = { ...passed(900), n: 0 };
    expect(outcomesOf([back])).toMatchObject({ passed: 0 });
    expect(timesOf([back, passed(5_000)]).p50Ms).toBeGreaterThan(4_700);
    expect(rulesOf([aSum({ kind: 'rule', key: 't1', bucket: 1, n: 0 })], 9)).toEqual([]);
  });

  test('tell of each rule how right it was, and the busiest first', () => {
    const sums = [
      aSum({ kind: 'rule', key: 't1', detail: 'ad', bucket: 0, n: 2 }),
      aSum({ kind: 'rule', key: 't2', detail: 'fraud', bucket: 1, n: 5 }),
      aSum({ kind: 'rule', key: 't1', detail: 'ad', bucket: 1, n: 1 }),
    ];
    expect(rulesOf(sums, 2)).toEqual([
      { rule: 't2', category: 'fraud', decided: 5, rejected: 5 },
      { rule: 't1', category: 'ad', decided: 3, rejected: 1 },
    ]);
    expect(rulesOf(sums, 1)).toHaveLength(1);
    expect(treatedOf([aSum({ kind: 'treated', key: 'ad', n: 7 }), aSum({ kind: 'treated', key: 'other', n: 9 })], 1)).toEqual([
      { rule: 'other', messages: 9 },
    ]);
  });

  test('tell of each moderator how much and how fast', () => {
    const sums = [
      aSum({ kind: 'load', key: 'a', bucket: bucketOf(1_000), n: 1 }),
      aSum({ kind: 'load', key: 'b', bucket: bucketOf(2_000), n: 3 }),
    ];
    expect(loadsOf(sums, 9).map(({ id, decided }) => [id, decided])).toEqual([
      ['b', 3],
      ['a', 1],
    ]);
  });

  test('add up what was seen before it was retracted', () => {
    const sums = [aSum({ kind: 'mark', key: 'exposure', n: 3, amount: 120.4 }), aSum({ kind: 'mark', key: 'undo', n: 2 })];
    expect(marksOf(sums)).toEqual({ collisions: 0, undone: 2, retracted: 3, viewerSeconds: 120 });
  });
});
