import { describe, expect, test } from 'vitest';
import { type AuditRow, chain, chainStart, firstBroken } from './chain.js';

const aRow = (id: string): AuditRow => ({
  id,
  at: '2026-09-19T12:00:00.000001',
  who: 'u1',
  act: 'activity.approved',
  subject: `activity:${id}`,
  from: null,
  to: null,
  reason: null,
  difference: null,
});
const rows = ['a', 'b', 'c', 'd'].map(aRow);
const chained = () => {
  const links = chain(chainStart, rows);
  return rows.map((row, index) => ({ ...row, ...links[index]! }));
};

describe('a chain of acts', () => {
  test('fits, also when it is verified in parts', () => {
    const all = chained();
    expect(firstBroken(chainStart, all)).toBeUndefined();
    expect(firstBroken(all[1]!, all.slice(2))).toBeUndefined();
    expect(all.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });

  test('breaks at a row that was changed', () => {
    for (const change of [{ who: 'u2' }, { reason: 'another' }, { difference: '{}' }, { at: '2026-09-19T12:00:00.000002' }]) {
      const all = chained();
      Object.assign(all[1]!, change);
      expect(firstBroken(chainStart, all)?.id).toBe('b');
    }
  });

  test('breaks where a row was taken out, put in or moved', () => {
    const all = chained();
    expect(firstBroken(chainStart, all.toSpliced(1, 1))?.id).toBe('c');
    expect(firstBroken(chainStart, all.toSpliced(1, 0, { ...aRow('x'), position: 2, hash: 'f'.repeat(64) }))?.id).toBe('x');
    const [b, c] = [all[1]!, all[2]!];
    expect(firstBroken(chainStart, all.with(1, { ...c, position: 2 }).with(2, { ...b, position: 3 }))?.id).toBe('c');
  });

  test('does not confuse one field with its neighbour', () => {
    const [first] = chain(chainStart, [{ ...aRow('a'), from: 'x', to: null }]);
    const [second] = chain(chainStart, [{ ...aRow('a'), from: null, to: 'x' }]);
    expect(first?.hash).not.toBe(second?.hash);
  });
});
