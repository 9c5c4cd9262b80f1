import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, type CalendarFeed, toICalendar } from './ical.js';

const start = Date.parse('2026-09-17T07:30:00+08:00');
const anEvent = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'guangxi-1-20260917@yunhui',
  sequence: 3,
  changedAt: start - 86_400_000,
  start,
  end: start + 2_400_000,
  title: '石山猴群的早晨',
  ...changes,
});
const aFeed = (changes: Partial<CalendarFeed> = {}): CalendarFeed => ({
  name: '广西频道',
  refreshEveryS: 900,
  events: [anEvent()],
  ...changes,
});
const read = (feed: CalendarFeed) => new ICAL.Component(ICAL.parse(toICalendar(feed)) as unknown[]);
const firstOf = (feed: CalendarFeed) => new ICAL.Event(read(feed).getFirstSubcomponent('vevent') ?? undefined);

/** What a calendar can hold of a text. */
const kept = (text: string) =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .toWellFormed();

describe('a calendar', () => {
  test('is read back with the moment, the id and the version of each session', () => {
    const event = firstOf(aFeed());
    expect([event.uid, event.sequence, event.summary]).toEqual(['guangxi-1-20260917@yunhui', 3, '石山猴群的早晨']);
    expect([event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()]).toEqual([start, start + 2_400_000]);
  });

  test('says how often to look again, and in whose time it thinks', () => {
    const calendar = read(aFeed());
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT15M');
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Shanghai');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  });

  test('is the same bytes for the same sessions', () => {
    expect(toICalendar(aFeed())).toBe(toICalendar(aFeed()));
  });

  test.each([
    [undefined, 0],
    [15, 1],
  ])('with an alarm of %s minutes has %i', (alarmMinutes, count) => {
    const alarms = read(aFeed({ alarmMinutes })).getFirstSubcomponent('vevent')?.getAllSubcomponents('valarm') ?? [];
    expect(alarms).toHaveLength(count);
    if (alarmMinutes) expect(String(alarms[0]?.getFirstPropertyValue('trigger'))).toBe('-PT15M');
  });

  test('keeps every text whole, and lets none of them add a line of its own', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, text, (title, description) => {
        const calendar = read(aFeed({ events: [anEvent({ title: `题${title}题`, description: `${description}\r\nEND:VEVENT` })] }));
        const [event, ...others] = calendar.getAllSubcomponents('vevent');
        expect(others).toEqual([]);
        expect(event?.getFirstPropertyValue('summary')).toBe(kept(`题${title}题`));
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  test('has lines of at most 75 octets', () => {
    const text = toICalendar(aFeed({ events: [anEvent({ description: '科普😀'.repeat(100) })] }));
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});
