import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shanghaiDayAfter } from '../shanghai-day.js';
import { daysBetween, lastDayBefore, weekdays, type WorkCalendar, workingDayAfter } from './calendar.js';

/** The autumn of 2023: eight days off, made up on the weekend after. */
const autumn2023: WorkCalendar = (day) => {
  if (day >= '2023-09-29' && day <= '2023-10-06') return false;
  return day === '2023-10-07' || day === '2023-10-08' || weekdays(day);
};
const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => shanghaiDayAfter('2020-01-01', days));
const calendars = fc.constantFrom(weekdays, autumn2023);

describe('working days', () => {
  test.each([
    ['2023-09-18', 2, weekdays, '2023-09-20'], // Monday
    ['2023-09-22', 1, weekdays, '2023-09-25'], // Friday over a weekend
    ['2023-09-23', 1, weekdays, '2023-09-25'], // Saturday
    ['2023-09-28', 1, autumn2023, '2023-10-07'], // over a holiday to a Saturday that is worked
    ['2023-09-28', 3, autumn2023, '2023-10-09'],
    ['2023-09-28', 0, autumn2023, '2023-09-28'],
  ])('after %s, %i of them end on', (day, workingDays, calendar, expected) => {
    expect(workingDayAfter(day, workingDays, calendar)).toBe(expected);
  });

  test.each([
    ['2023-09-21', 1, weekdays, '2023-09-20'],
    ['2023-09-24', 1, weekdays, '2023-09-21'], // Sunday: Friday is the one that works
    ['2023-09-24', 0, weekdays, '2023-09-24'],
    ['2023-10-07', 1, autumn2023, '2023-10-06'],
    ['2023-10-06', 2, autumn2023, '2023-09-26'],
  ])('the last day before %s with %i of them is', (day, workingDays, calendar, expected) => {
    expect(lastDayBefore(day, workingDays, calendar)).toBe(expected);
  });

  test('are enough on the last day, and not one day later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 12 }), calendars, (day, workingDays, calendar) => {
        const last = lastDayBefore(day, workingDays, calendar);
        expect(workingDayAfter(last, workingDays, calendar) <= day).toBe(true);
        expect(workingDayAfter(shanghaiDayAfter(last, 1), workingDays, calendar) <= day).toBe(false);
      }),
    );
  });

  test('that never come are told, not awaited', () => {
    expect(() => workingDayAfter('2023-09-18', 1, () => false)).toThrow('no working day');
  });
});

test('days between two are those that one has to go on', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2023-03-01', '2023-02-28')).toBe(-1);
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -900, max: 900 }), (day, days) => daysBetween(day, shanghaiDayAfter(day, days)) === days),
  );
});
