import { describe, expect, test } from 'vitest';
import { afterTelling, correct, dueNotices, nextDueAt } from './notices.rules.js';
import type { Reminder } from './reminders.rules.js';

const at = (clock: string) => Date.parse(`2023-09-19T${clock}:00+08:00`);
const aReminder = (more: Partial<Reminder> = {}): Reminder => ({
  id: 'pulsar',
  channel: 'guizhou',
  campaign: 'kepuri-2023',
  title: '听见一颗脉冲星',
  startsAt: at('15:00'),
  endsAt: at('16:00'),
  ...more,
});
const kinds = (reminders: readonly Reminder[], clock: string) => dueNotices(reminders, at(clock)).map(({ kind }) => kind);

describe('a reminder', () => {
  test('speaks five minutes before the start, not earlier, and once', () => {
    expect(kinds([aReminder()], '14:54')).toEqual([]);
    expect(kinds([aReminder()], '14:55')).toEqual(['soon']);
    expect(kinds([aReminder({ toldFor: at('15:00') })], '14:56')).toEqual([]);
    expect(nextDueAt([aReminder(), aReminder({ id: 'later', startsAt: at('18:00') })])).toBe(at('14:55'));
    expect(nextDueAt([aReminder({ toldFor: at('15:00') })])).toBeUndefined();
  });

  test('of a page that slept speaks late, and says when it is too late', () => {
    expect(kinds([aReminder()], '15:20')).toEqual(['soon']);
    expect(kinds([aReminder()], '16:00')).toEqual(['over']);
  });

  test('that was spoken is not spoken again, and is forgotten a day later', () => {
    const told = afterTelling([aReminder()], dueNotices([aReminder()], at('14:55')), at('14:55'));
    expect(dueNotices(told, at('15:30'))).toEqual([]);
    expect(afterTelling(told, [], at('16:00') + 24 * 3_600_000)).toEqual([]);
  });

  test('follows its session to another time, and is spoken again then', () => {
    const told = aReminder({ toldFor: at('15:00') });
    const moved = correct(told, { title: '听见脉冲星', startsAt: at('19:00'), endsAt: at('20:00'), off: false }, at('14:58'));
    expect(moved.notice?.kind).toBe('moved');
    expect(moved.reminder).toMatchObject({ startsAt: at('19:00'), title: '听见脉冲星' });
    expect(kinds(moved.reminder ? [moved.reminder] : [], '18:56')).toEqual(['soon']);
  });

  test('says so when its session is gone or taken off air, but not once that is over', () => {
    expect(correct(aReminder(), undefined, at('14:00'))).toMatchObject({ notice: { kind: 'gone' } });
    const off = { title: '', startsAt: at('15:00'), endsAt: at('16:00'), off: true };
    expect(correct(aReminder(), off, at('14:00')).reminder).toBeUndefined();
    const cancelled = correct(aReminder(), { ...off, off: false, cancelled: '台风' }, at('14:00'));
    expect(cancelled).toMatchObject({ notice: { kind: 'cancelled', reason: '台风' } });
    expect(cancelled.reminder).toBeUndefined();
    const postponed = correct(aReminder(), { ...off, off: false, cancelled: '台风', postponed: true }, at('14:00'));
    expect(postponed).toMatchObject({ notice: { kind: 'postponed', reason: '台风' } });
    expect(correct(aReminder(), undefined, at('17:00'))).toEqual({ reminder: aReminder() });
  });
});
