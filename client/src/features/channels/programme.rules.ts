import type { Session } from '@yunhui/contracts';

/** As many as stand beside one another under the player. */
const shown = 3;

/** What was cancelled is over when its time is: until then it is shown with its reason. */
function isOver({ state, cancelled, endsAt }: Session, now: number): boolean {
  if (cancelled) return Date.parse(endsAt) <= now;
  return state === 'ended' || state === 'replay' || state === 'blocked';
}

/**
 * The sessions for the strip under the player: the one that runs or comes next, and those after it. Late in the day, when
 * fewer are left, the last ones are shown: the strip does not run empty while there was a programme.
 */
export function stripOf(sessions: readonly Session[], now: number): readonly Session[] {
  const first = sessions.findIndex((session) => !isOver(session, now));
  const latest = Math.max(0, sessions.length - shown);
  const from = first < 0 ? latest : Math.min(first, latest);
  return sessions.slice(from, from + shown);
}
