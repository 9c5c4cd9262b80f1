/** A session that somebody wants to be reminded of on this device. */
export type Reminder = {
  /** The session's. */
  id: string;
  channel: string;
  campaign: string;
  title: string;
  titleEn?: string;
  /** ms since 1970 UTC. */
  startsAt: number;
  endsAt: number;
  /** The start for which it was said: another start is said again. */
  toldFor?: number;
};

const isReminder = (value: unknown): value is Reminder => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, channel, campaign, title, startsAt, endsAt } = value as Record<string, unknown>;
  return [id, channel, campaign, title].every((part) => typeof part === 'string') && [startsAt, endsAt].every(Number.isFinite);
};

/** What this device has kept. Anything that is no reminder is left out: an older or a broken page may have written it. */
export function readReminders(kept: string | undefined): readonly Reminder[] {
  if (!kept) return [];
  try {
    const read: unknown = JSON.parse(kept);
    return Array.isArray(read) ? read.filter(isReminder) : [];
  } catch {
    return [];
  }
}

export const withReminder = (reminders: readonly Reminder[], reminder: Reminder): readonly Reminder[] =>
  [...reminders.filter(({ id }) => id !== reminder.id), reminder].toSorted((one, other) => one.startsAt - other.startsAt);

export const withoutReminder = (reminders: readonly Reminder[], id: string): readonly Reminder[] =>
  reminders.filter((reminder) => reminder.id !== id);
