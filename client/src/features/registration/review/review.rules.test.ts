import type { FilingStep } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { decidedByOther, fieldRows, lineDifference, mayEnterReviews, scopesOf } from './review.rules.js';

describe('the desk of review', () => {
  test('is open to reviewers and operators, and to nobody else', () => {
    expect(mayEnterReviews([{ role: 'reviewer', region: '450181' }])).toBe(true);
    expect(mayEnterReviews([{ role: 'operator', region: 'CN' }])).toBe(true);
    expect(mayEnterReviews([{ role: 'moderator', region: 'CN' }])).toBe(false);
    expect(mayEnterReviews([])).toBe(false);
  });

  test('follows each scope of one’s grants once, and no other role’s', () => {
    const grants = [
      { role: 'reviewer', region: '450100' },
      { role: 'operator', region: '450100' },
      { role: 'host', region: '450000' },
    ] as const;
    expect(scopesOf(grants)).toEqual(['450100']);
  });
});

describe('the parts of a filing', () => {
  const change = { field: 'audience', before: '线下 120 人', after: '线下 80 人' } as const;
  const returnedFor = [
    { field: 'audience', code: 'mismatch' },
    { field: 'riskPlan', code: 'unsafe' },
  ] as const;

  test('come changed first, then those that came back and were left, then the others', () => {
    const { changed, again, others } = fieldRows({ changes: [change], returnedFor: [...returnedFor], state: 'resubmitted' });
    expect(changed.map(({ field }) => field)).toEqual(['audience']);
    expect(again.map(({ field }) => field)).toEqual(['riskPlan']);
    expect(others).toHaveLength(14);
  });

  test('that are with their host have nothing to be looked at again', () => {
    const { again, others } = fieldRows({ changes: [], returnedFor: [...returnedFor], state: 'returned' });
    expect(again).toEqual([]);
    expect(others.filter(({ returned }) => returned)).toHaveLength(2);
  });

  test('show by line what is gone and what is new', () => {
    const { before, after } = lineDifference(['广西防震减灾办公室', '广西地震台'], ['广西防震减灾办', '广西地震台']);
    expect(before.map((piece) => piece.in)).toEqual(['before', 'both']);
    expect(after.map((piece) => piece.in)).toEqual(['after', 'both']);
  });
});

describe('a colleague’s decision', () => {
  const step = (event: string, id: string): FilingStep => ({
    event,
    from: 'in-review',
    to: 'returned',
    by: { id, name: '同事' },
    at: '2026-09-17T10:00:00+08:00',
  });
  const aReview = (steps: FilingStep[], mayDecide = false) => ({ steps, mayDecide }) as Parameters<typeof decidedByOther>[0];

  test('is told to whoever comes second, one’s own is not', () => {
    expect(decidedByOther(aReview([step('return', 'b')]), 'a')?.event).toBe('return');
    expect(decidedByOther(aReview([step('return', 'a')]), 'a')).toBeUndefined();
  });

  test('is nothing while it waits for oneself, and a look is no decision', () => {
    expect(decidedByOther(aReview([step('pass', 'b')], true), 'a')).toBeUndefined();
    expect(decidedByOther(aReview([step('claim', 'b')]), 'a')).toBeUndefined();
  });
});
