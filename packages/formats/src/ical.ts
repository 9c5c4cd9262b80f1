import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** A session as a calendar shows it. Times in ms. */
export type CalendarEvent = {
  /** Never changes: a calendar finds its entry again by it. */
  uid: string;
  /** Rises with each change; calendars keep what they have until it does. */
  sequence: number;
  changedAt: number;
  start: number;
  end: number;
  title: string;
  description?: string;
  location?: string;
  url?: string;
  categories?: readonly string[];
  /** It does not take place: calendars strike it through, and no alarm speaks up for it. */
  cancelled?: boolean;
};

export type CalendarFeed = {
  name: string;
  /** How often whoever subscribes looks again. */
  refreshEveryS: number;
  /** An alarm that many minutes before each start; none without. */
  alarmMinutes?: number;
  events: readonly CalendarEvent[];
};

const producer = { company: 'Yunhui', product: 'Schedule', language: 'ZH' };

/**
 * iCalendar (RFC 5545). Times are UTC, which every calendar shows in its own zone and none can misread; the
 * calendar's zone is named beside them. The same feed is the same bytes, so that an ETag means something.
 */
export function toICalendar({ name, refreshEveryS, alarmMinutes, events }: CalendarFeed): string {
  const calendar = ical({ name: clean(name), prodId: producer, method: ICalCalendarMethod.PUBLISH, ttl: refreshEveryS });
  calendar.x('X-WR-TIMEZONE', 'Asia/Shanghai');
  for (const { uid, sequence, changedAt, start, end, title, description, location, url, categories = [], cancelled } of events) {
    const event = calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      start: new Date(start),
      end: new Date(end),
      summary: clean(title),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(description !== undefined && { description: clean(description) }),
      ...(location !== undefined && { location: clean(location) }),
      ...(url !== undefined && { url }),
      categories: categories.map((category) => ({ name: clean(category) })),
    });
    if (alarmMinutes !== undefined && !cancelled)
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore: alarmMinutes * 60, description: clean(title) });
  }
  return calendar.toString();
}

/** Without control characters, which no calendar may hold; line ends stay, as one kind. */
function clean(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .toWellFormed();
}
