import type { Schedule, Session } from '@yunhui/contracts';
import { dayMs } from '@yunhui/domain';
import { useCallback, useEffect, useState } from 'react';
import { hubNow } from '../../platform/clock.js';
import { read } from '../../platform/http.js';
import { currentReminders, keepReminders, useReminders } from './reminder-store.js';
import { afterTelling, correct, dueNotices, nextDueAt, type Notice, type Planned } from './notices.rules.js';
import type { Reminder } from './reminders.rules.js';

/** A timer of a page in the background may be late; looking this often costs nothing. */
const LOOK_MS = 15_000;
const RE_READ_MS = 5 * 60_000;
/** A page in sight speaks first; one in the background waits whether any has. */
const HIDDEN_WAITS_MS = 2_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const plannedOf = ({ title, titleEn, startsAt, endsAt, state, cancelled }: Session): Planned => ({
  title,
  ...(titleEn && { titleEn }),
  startsAt: Date.parse(startsAt),
  endsAt: Date.parse(endsAt),
  off: state === 'blocked',
  ...(cancelled && { cancelled: cancelled.reason, postponed: cancelled.postponed ?? false }),
});

/** The session as the schedule has it now, in the week around the time that is remembered. */
async function readPlanned({ id, campaign, channel, startsAt }: Reminder): Promise<Planned | undefined> {
  const [from, to] = [startsAt - dayMs, startsAt + 6 * dayMs].map((at) => encodeURIComponent(new Date(at).toISOString()));
  const { sessions } = await read<Schedule>(`/campaigns/${campaign}/schedule?channel=${channel}&from=${from}&to=${to}`);
  const found = sessions.find((session) => session.id === id);
  return found && plannedOf(found);
}

/** Brings every reminder up to date. What cannot be asked now stays as it is. */
async function correctAll(): Promise<readonly Notice[]> {
  const answers = await Promise.all(
    currentReminders().map(async (reminder) => {
      const planned = await readPlanned(reminder).then(
        (found) => ({ found }),
        () => undefined,
      );
      return [reminder.id, planned] as const;
    }),
  );
  const asked = new Map(answers);
  // Judged by the list as it is now: while the answers were on their way some may have been told, set or undone.
  const judged = currentReminders().map((reminder) => {
    const planned = asked.get(reminder.id);
    return planned ? correct(reminder, planned.found, hubNow()) : { reminder };
  });
  keepReminders(judged.flatMap(({ reminder }) => reminder ?? []));
  return judged.flatMap((one) => ('notice' in one && one.notice ? [one.notice] : []));
}

/** What is due, told once on this device. */
async function takeDue(): Promise<readonly Notice[]> {
  if (dueNotices(currentReminders(), hubNow()).length === 0) return [];
  if (document.hidden) await pause(HIDDEN_WAITS_MS);
  const now = hubNow();
  const due = dueNotices(currentReminders(), now);
  keepReminders(afterTelling(currentReminders(), due, now));
  return due;
}

/**
 * Watches over the reminders of this device while a page is open: on time, after a sleep as soon as the page wakes,
 * and corrected beforehand when a session has moved.
 */
export function useReminderWatch(): { notices: readonly Notice[]; dismiss: (notice: Notice) => void } {
  const reminders = useReminders();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const dueAt = nextDueAt(reminders);
  const some = reminders.length > 0;
  const say = useCallback((said: readonly Notice[]) => {
    if (said.length > 0)
      setNotices((before) => [...before.filter(({ reminder }) => !said.some((one) => one.reminder.id === reminder.id)), ...said]);
  }, []);

  useEffect(() => {
    if (!some) return undefined;
    let readAt = 0;
    const look = async () => {
      const waiting = dueNotices(currentReminders(), hubNow()).length > 0;
      if (waiting || Date.now() - readAt > RE_READ_MS) {
        readAt = Date.now();
        say(await correctAll());
      }
      say(await takeDue());
    };
    const woken = () => void look();
    woken();
    const every = setInterval(woken, LOOK_MS);
    const exact = dueAt === undefined ? undefined : setTimeout(woken, Math.min(Math.max(0, dueAt - hubNow()), dayMs));
    document.addEventListener('visibilitychange', woken);
    addEventListener('pageshow', woken);
    return () => {
      clearInterval(every);
      clearTimeout(exact);
      document.removeEventListener('visibilitychange', woken);
      removeEventListener('pageshow', woken);
    };
  }, [some, dueAt, say]);

  const dismiss = useCallback((notice: Notice) => setNotices((before) => before.filter((one) => one !== notice)), []);
  return { notices, dismiss };
}
