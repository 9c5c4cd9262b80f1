import type { HostedSession } from '@yunhui/contracts';

/** Why somebody should look at a session now. */
export type Worry = 'interrupted' | 'late' | 'noLink' | 'allDown' | 'someDown';
export type SectionName = 'attention' | 'now' | 'later' | 'over';
export type HostedSection = { name: SectionName; items: HostedSession[] };

/** So many are a list that is read at a glance: each session stands open, and none is filed away. */
const fewSessions = 12;
/** What begins within this comes next. */
const soonMs = 2 * 3_600_000;

type Judged = Pick<HostedSession, 'state' | 'startsAt' | 'endsAt' | 'links'>;

/** What is wrong with a session that is on or comes soon, the worst first; of any other its links alone, once somebody has looked at them. */
export function worryOf({ state, startsAt, endsAt, links }: Judged, now: number): Worry | undefined {
  if (Date.parse(endsAt) <= now || state === 'blocked' || state === 'ended' || state === 'replay') return undefined;
  if (state === 'interrupted') return 'interrupted';
  const start = Date.parse(startsAt);
  if (state === 'due' && start <= now) return 'late';
  // What is for after the end, a replay, helps nobody now.
  const own = links.filter(({ validFrom }) => validFrom === undefined || Date.parse(validFrom) < Date.parse(endsAt));
  if (own.length === 0) return start <= now + soonMs ? 'noLink' : undefined;
  const bad = own.filter(({ health }) => health === 'down' || health === 'degraded');
  if (bad.length === 0) return undefined;
  return bad.length === own.length && bad.every(({ health }) => health === 'down') ? 'allDown' : 'someDown';
}

/**
 * A list in parts: what needs somebody, what is on or soon, what is later, what is over. Each keeps its order; empty ones are
 * left out. What somebody has opened stays in the part where they did: a link that is mended takes nothing from under their hand.
 */
export function sectionsOf(items: readonly HostedSession[], now: number, opened: ReadonlyMap<string, SectionName>): HostedSection[] {
  const nameOf = (session: HostedSession): SectionName => {
    const stays = opened.get(session.id);
    if (stays) return stays;
    if (Date.parse(session.endsAt) <= now) return 'over';
    if (worryOf(session, now)) return 'attention';
    return Date.parse(session.startsAt) <= now + soonMs ? 'now' : 'later';
  };
  return (['attention', 'now', 'later', 'over'] as const).flatMap((name) => {
    const inSection = items.filter((session) => nameOf(session) === name);
    return inSection.length > 0 ? [{ name, items: inSection }] : [];
  });
}

/** Whether a list is short enough to stand open. */
export const isFew = (items: readonly unknown[]): boolean => items.length <= fewSessions;
