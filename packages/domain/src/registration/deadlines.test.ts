import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shanghaiDayAfter, shanghaiDayOf } from '../shanghai-day.js';
import { weekdays, workingDayAfter } from './calendar.js';
import { daysLeft, endOfDay, escalatesAt, submitDeadline, usualLead } from './deadlines.js';

const asked = { levels: 1, rule: usualLead, today: '2023-09-18', isWorking: weekdays };
const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => shanghaiDayAfter('2020-01-01', days));

describe('the last day to submit', () => {
  test.each([
    // start, levels, working days a level → publish by, submit by
    ['2023-09-28', 1, 1, '2023-09-21', '2023-09-20'], // Thursday: the mockup of the host's page
    ['2023-09-28', 1, 2, '2023-09-21', '2023-09-19'],
    ['2023-09-28', 3, 2, '2023-09-21', '2023-09-13'], // six working days over a weekend
    ['2023-10-02', 2, 2, '2023-09-25', '2023-09-19'], // over a month's border
    ['2024-01-03', 1, 2, '2023-12-27', '2023-12-25'], // over a year's
    ['2024-03-07', 1, 2, '2024-02-29', '2024-02-27'], // a leap day is a day
    ['2023-09-25', 1, 0, '2023-09-18', '2023-09-18'], // nobody reviews: the day itself
  ])('for a start on %s with %i levels of %i working days', (start, levels, workingDaysALevel, publishBy, submitBy) => {
    const rule = { ...usualLead, workingDaysALevel };
    expect(submitDeadline(start, { ...asked, levels, rule })).toMatchObject({
      publishBy,
      submitBy,
      reviewWorkingDays: levels * workingDaysALevel,
    });
  });

  test('leaves the ladder its working days, and not one day more', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 15 }), (start, levels, leadDays) => {
        const { publishBy, submitBy, reviewWorkingDays } = submitDeadline(start, { ...asked, levels, rule: { ...usualLead, leadDays } });
        expect(publishBy).toBe(shanghaiDayAfter(start, -leadDays));
        expect(workingDayAfter(submitBy, reviewWorkingDays, weekdays) <= publishBy).toBe(true);
        expect(workingDayAfter(shanghaiDayAfter(submitBy, 1), reviewWorkingDays, weekdays) <= publishBy).toBe(false);
      }),
    );
  });
});

describe('days left', () => {
  test.each([
    ['2023-09-20', '2023-09-21', 2],
    ['2023-09-21', '2023-09-21', 1],
    ['2023-09-22', '2023-09-21', 0],
    ['2023-09-30', '2023-09-21', 0],
    ['2023-09-30', '2023-10-01', 2],
  ])('on %s until %s', (today, last, expected) => expect(daysLeft(today, last)).toBe(expected));

  test('change at midnight in Shanghai, which is 16:00 UTC', () => {
    expect(daysLeft(shanghaiDayOf(Date.parse('2023-09-20T15:59:59.999Z')), '2023-09-21')).toBe(2);
    expect(daysLeft(shanghaiDayOf(Date.parse('2023-09-20T16:00:00.000Z')), '2023-09-21')).toBe(1);
  });
});

test('a filing escalates when 48 h of its last day to be published are left', () => {
  expect(new Date(endOfDay('2023-09-30')).toISOString()).toBe('2023-09-30T16:00:00.000Z');
  expect(new Date(escalatesAt('2023-09-30')).toISOString()).toBe('2023-09-28T16:00:00.000Z');
});
