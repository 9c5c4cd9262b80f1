import type { Grant } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { approvalAt, decidingLevel, isEscalated, reviewedScopes, undoUntil } from './review.rules.js';

const noon = Date.parse('2023-09-18T04:00:00Z');
const waiting = { state: 'in-review', escalatesAt: new Date(noon), ladder: ['450181', '450100', '450000'], level: 0 } as const;
const rowOf = (changes: object = {}) => ({ ...waiting, ladder: [...waiting.ladder], ...changes });
const reviewer = (region: string): Grant => ({ role: 'reviewer', region });

describe('a filing that waits', () => {
  test('escalates at the very moment', () => {
    expect(isEscalated(rowOf(), noon - 1)).toBe(false);
    expect(isEscalated(rowOf(), noon)).toBe(true);
  });

  test.each(['draft', 'returned', 'approved', 'withdrawn', 'published'] as const)('escalates no more when it is %s', (state) => {
    expect(isEscalated(rowOf({ state }), noon)).toBe(false);
    expect(decidingLevel(rowOf({ state }), [reviewer('450181')], noon)).toBeUndefined();
  });

  test('of which nobody knows when it begins never escalates', () => {
    expect(isEscalated(rowOf({ escalatesAt: null }), noon)).toBe(false);
  });

  test('is decided by its level, from then on by the next above too', () => {
    expect(decidingLevel(rowOf(), [reviewer('450100')], noon - 1)).toBeUndefined();
    expect(decidingLevel(rowOf(), [reviewer('450100')], noon)).toBe(1);
    expect(decidingLevel(rowOf(), [reviewer('450181')], noon)).toBe(0);
    expect(decidingLevel(rowOf(), [reviewer('450000')], noon)).toBeUndefined();
  });
});

test('only a reviewer’s grants review', () => {
  expect(reviewedScopes([reviewer('450000'), { role: 'operator', region: 'CN' }, { role: 'host', region: '450100' }])).toEqual(['450000']);
});

test.each([
  [0, 3, 'pass'],
  [1, 3, 'pass'],
  [2, 3, 'approve'],
  [0, 1, 'approve'],
])('an approval at level %i of %i is %s', (level, levels, expected) => {
  expect(approvalAt(level, Array.from({ length: levels }, String))).toBe(expected);
});

describe('a step', () => {
  const step = { byId: 'me', event: 'approve', at: new Date(noon), version: 4 };
  test('can be taken back for 30 s by whoever took it last', () => expect(undoUntil(step, 'me', 4)).toBe(noon + 30_000));
  test.each([
    ['of somebody else', { ...step, byId: 'you' }, 4],
    ['that was followed', step, 5],
    ['that decided nothing', { ...step, event: 'claim' }, 4],
    ['of a host', { ...step, event: 'submit' }, 4],
    ['that is none', undefined, 4],
  ] as const)('%s cannot', (_, last, version) => expect(undoUntil(last, 'me', version)).toBeUndefined());
});
