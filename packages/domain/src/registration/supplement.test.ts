import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, shanghaiDayAfter, shanghaiDayOf, startOfShanghaiDay } from '../shanghai-day.js';
import { nextReminder, supplementPlan, supplementStanding, unlockDays, unlockedPlan } from './supplement.js';

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

const hourMs = 3_600_000;
const at = (moment: string) => Date.parse(`${moment}+08:00`);

describe('the reminders of a supplement', () => {
  const { reminders } = supplementPlan('2023-09-24', []);

  test.each([
    ['2023-09-24T23:59:59', '2023-09-25T09:00:00'],
    ['2023-09-25T08:59:59', '2023-09-25T09:00:00'],
    ['2023-09-25T09:00:00', '2023-10-01T09:00:00'], // over the end of a month
    ['2023-10-01T09:00:00', '2023-10-03T09:00:00'],
    ['2023-10-03T09:00:00', undefined],
  ])('after %s are due at %s', (after, due) => {
    expect(nextReminder(reminders, at(after))).toBe(due === undefined ? undefined : at(due));
  });

  test('of which two were missed go on with the third', () => {
    expect(nextReminder(reminders, at('2023-10-02T12:00:00'))).toBe(at('2023-10-03T09:00:00'));
  });

  test('are each sent once, in the morning of a day +1, +7 or +9, and before it locks', () => {
    fc.assert(
      fc.property(anyDay, fc.array(fc.record({ key: fc.string({ minLength: 1 }), day: anyDay }), { maxLength: 4 }), (end, cutOffs) => {
        const plan = supplementPlan(end, cutOffs);
        const sent: number[] = [];
        for (let due = nextReminder(plan.reminders, 0); due !== undefined; due = nextReminder(plan.reminders, due)) sent.push(due);
        expect(sent.map(shanghaiDayOf)).toEqual(plan.reminders);
        for (const due of sent) {
          expect((due - startOfShanghaiDay(shanghaiDayOf(due))) / hourMs).toBe(9);
          expect(due).toBeLessThan(plan.locksAt);
        }
      }),
    );
  });
});

describe('a supplement that is opened again', () => {
  const deadline = '2023-10-04';
  test.each([
    ['2023-10-05', '2023-10-05', []],
    ['2023-10-05', '2023-10-06', ['2023-10-06']],
    ['2023-10-05', '2023-11-04', ['2023-11-04']],
    ['2023-10-01', '2023-10-04', ['2023-10-04']], // before it has locked
  ])('on %s until %s is over at 24:00 of that day', (today, until, reminders) => {
    expect(unlockedPlan(until, today, deadline)).toEqual({
      deadline: until,
      boundBy: { rule: 'unlocked' },
      locksAt: startOfShanghaiDay(until) + dayMs,
      reminders,
    });
  });

  test.each([
    ['2023-10-05', '2023-10-04'], // that day is over
    ['2023-10-05', '2023-11-05'], // too far
    ['2023-10-01', '2023-10-03'], // less time than there was
    ['2023-12-31', '2023-12-30'],
  ])('on %s is not until %s', (today, until) => expect(unlockedPlan(until, today, deadline)).toBeUndefined());

  test('may be so within thirty days, over months and years, and never for less time than there was', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 10 }), fc.integer({ min: -40, max: 40 }), (today, deadlineIn, days) => {
        const [own, until] = [shanghaiDayAfter(today, deadlineIn), shanghaiDayAfter(today, days)];
        expect(unlockedPlan(until, today, own) !== undefined).toBe(days >= Math.max(0, deadlineIn) && days <= 30);
        const { earliest, latest } = unlockDays(today, own);
        expect(earliest >= today && earliest >= own && latest === shanghaiDayAfter(today, 30)).toBe(true);
      }),
    );
  });
});

describe('a supplement', () => {
  const { locksAt } = supplementPlan('2023-09-24', []);
  test.each([
    ['supplementing', -1, 'open'],
    ['summarised', -1, 'handed-in'],
    ['archived', -1, 'locked'],
    ['supplementing', 0, 'locked'], // nobody has noticed yet
    ['summarised', 0, 'locked'],
    ['archived', dayMs, 'locked'],
  ] as const)('that is %s, %d ms from its lock, is %s', (state, after, standing) => {
    expect(supplementStanding(state, locksAt, locksAt + after)).toBe(standing);
  });
});
