import { describe, expect, test } from 'vitest';
import { readReminders, withoutReminder, withReminder, type Reminder } from './reminders.rules.js';

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

describe('what a device keeps', () => {
  test('has one reminder of a session, in order of time', () => {
    const both = withReminder([aReminder({ id: 'late', startsAt: at('18:00') })], aReminder());
    expect(withReminder(both, aReminder({ startsAt: at('15:30') })).map(({ id, startsAt }) => [id, startsAt])).toEqual([
      ['pulsar', at('15:30')],
      ['late', at('18:00')],
    ]);
    expect(withoutReminder(both, 'late')).toEqual([aReminder()]);
  });

  test('is read back, and whatever is no reminder is left out', () => {
    expect(readReminders(JSON.stringify([aReminder(), { id: 7 }, null]))).toEqual([aReminder()]);
    expect([readReminders('{'), readReminders('"text"'), readReminders(undefined)]).toEqual([[], [], []]);
  });
});
