import { describe, expect, test } from 'vitest';
import { houseRule, rejectionRules } from './house.rules.js';
import { suggestedRule } from './rule.rules.js';

const found = (category: string, level: number, rule = 'term') =>
  ({ rule, category, level, action: 'hold', start: 0, end: 1, exposedBy: [] }) as const as never;

describe('what a sender is told', () => {
  test('is what the worst finding is about', () => {
    expect(suggestedRule({ findings: [found('ad', 1), found('fraud', 3)], why: 'screening' })).toBe('fraud');
  });

  test('of personal data is that there are contact details', () => {
    expect(suggestedRule({ findings: [found('privacy', 1)], why: 'screening' })).toBe('contact-details');
  });

  test('of a name is the name', () => {
    expect(suggestedRule({ findings: [found('ad', 2, 'name.term')], why: 'screening' })).toBe('name');
  });

  test('without any finding is why it is held', () => {
    expect(['link', 'burst', 'review-first'].map((why) => suggestedRule({ findings: [], why }))).toEqual(['link', 'flood', 'off-topic']);
  });
});

test('every reason for rejecting is a rule of the house', () => {
  expect(rejectionRules.map(houseRule)).not.toContain(undefined);
});
