import type { Reminder } from './reminders.rules.js';

/** What is said: it begins soon or has begun, it is over already, it has another time, it was cancelled or waits for another time, or it is not in the schedule any more. */
export type Notice =
  | { kind: 'soon' | 'over' | 'moved' | 'gone'; reminder: Reminder }
  | { kind: 'cancelled' | 'postponed'; reminder: Reminder; reason: string };

const minuteMs = 60_000;
export const leadMinutes = 5;
const leadMs = leadMinutes * minuteMs;
/** A reminder that nobody saw is of no use a day later. */
const keptMs = 24 * 60 * minuteMs;

/** What is to be said now. A page that slept over the start says it late; over the end, that it was missed. */
export function dueNotices(reminders: readonly Reminder[], now: number): readonly Notice[] {
  return reminders
    .filter(({ startsAt, toldFor }) => toldFor !== startsAt && startsAt - leadMs <= now)
    .map((reminder) => ({ kind: reminder.endsAt <= now ? 'over' : 'soon', reminder }));
}

/** The next moment at which something is to be said, if any. */
export function nextDueAt(reminders: readonly Reminder[]): number | undefined {
  const waiting = reminders.filter(({ startsAt, toldFor }) => toldFor !== startsAt).map(({ startsAt }) => startsAt - leadMs);
  return waiting.length > 0 ? Math.min(...waiting) : undefined;
}

/** The same list, with these said, and without those that are long over. */
export function afterTelling(reminders: readonly Reminder[], notices: readonly Notice[], now: number): readonly Reminder[] {
  const told = new Set(notices.map(({ reminder }) => reminder.id));
  return reminders
    .filter(({ endsAt }) => endsAt + keptMs > now)
    .map((reminder) => (told.has(reminder.id) ? { ...reminder, toldFor: reminder.startsAt } : reminder));
}

/** A session as it is in the schedule now; `off` when it was taken off air, `cancelled` with the reason, `postponed` when it is to have another time. */
export type Planned = {
  title: string;
  titleEn?: string;
  startsAt: number;
  endsAt: number;
  off: boolean;
  cancelled?: string;
  postponed?: boolean;
};

/** A reminder beside the schedule: corrected, and what there is to say about it. One that is over is left as it is. */
export function correct(reminder: Reminder, planned: Planned | undefined, now: number): { reminder?: Reminder; notice?: Notice } {
  if (reminder.endsAt <= now) return { reminder };
  if (planned?.cancelled !== undefined)
    return { notice: { kind: planned.postponed ? 'postponed' : 'cancelled', reminder, reason: planned.cancelled } };
  if (!planned || planned.off) return { notice: { kind: 'gone', reminder } };
  const { startsAt, endsAt, title, titleEn } = planned;
  const corrected = { ...reminder, startsAt, endsAt, title, ...(titleEn && { titleEn }) };
  if (startsAt === reminder.startsAt) return { reminder: corrected };
  return { reminder: corrected, notice: { kind: 'moved', reminder: corrected } };
}
