import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shanghaiDayAfter } from '../shanghai-day.js';
import { supplementPlan } from './supplement.js';

/** Those of the notices: 004, 002 and 003, and the end of 002's year. */
const notices = [
  { key: 'ts-summary', day: '2023-09-26' },
  { key: 'gx-recommendation', day: '2023-10-10' },
  { key: 'gx-award', day: '2023-12-31' },
];
const ownDays = { rule: 'days-after-end', days: 10 };
const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => shanghaiDayAfter('2022-11-01', days));

describe('the effective deadline of a supplement', () => {
  test.each([
    ['2023-09-17', '2023-09-26', { rule: 'cut-off', key: 'ts-summary' }, []],
    ['2023-09-23', '2023-09-26', { rule: 'cut-off', key: 'ts-summary' }, []], // three days are enough
    ['2023-09-24', '2023-10-04', ownDays, ['ts-summary']], // two are not
    ['2023-09-30', '2023-10-10', ownDays, ['ts-summary']], // the same day: its own rule
    ['2023-10-01', '2023-10-10', { rule: 'cut-off', key: 'gx-recommendation' }, ['ts-summary']],
    ['2023-10-15', '2023-10-25', ownDays, ['ts-summary', 'gx-recommendation']], // the end of Chengdu's series
    ['2023-12-24', '2023-12-31', { rule: 'cut-off', key: 'gx-award' }, ['ts-summary', 'gx-recommendation']],
    ['2023-12-30', '2024-01-09', ownDays, ['ts-summary', 'gx-recommendation', 'gx-award']], // over the year
  ])('after an end on %s is %s', (end, deadline, boundBy, unfinishedIn) => {
    expect(supplementPlan(end, notices)).toMatchObject({ deadline, boundBy, unfinishedIn });
  });

  test('is over at 24:00 in Shanghai', () => {
    expect(new Date(supplementPlan('2023-09-24', []).locksAt).toISOString()).toBe('2023-10-04T16:00:00.000Z');
  });

  test('is preceded by the reminders that still are before it', () => {
    expect(supplementPlan('2023-09-24', notices).reminders).toEqual(['2023-09-25', '2023-10-01', '2023-10-03']);
    expect(supplementPlan('2023-09-22', notices).reminders).toEqual(['2023-09-23']);
  });

  test('leaves between three and ten days, is never bound by what is too early, and is the earliest that binds', () => {
    const some = fc.array(fc.record({ key: fc.string({ minLength: 1 }), day: anyDay }), { maxLength: 6 });
    fc.assert(
      fc.property(anyDay, some, (end, cutOffs) => {
        const { deadline, boundBy, reminders } = supplementPlan(end, cutOffs);
        expect(deadline >= shanghaiDayAfter(end, 3) && deadline <= shanghaiDayAfter(end, 10)).toBe(true);
        const binding = cutOffs.filter(({ day }) => day >= shanghaiDayAfter(end, 3)).map(({ day }) => day);
        expect([shanghaiDayAfter(end, 10), ...binding].toSorted()[0]).toBe(deadline);
        if (boundBy.rule === 'cut-off') expect(cutOffs).toContainEqual({ key: boundBy.key, day: deadline });
        expect(reminders.every((day) => day > end && day <= deadline)).toBe(true);
      }),
    );
  });
});
