import type { ChannelCut, Cut, CutTarget } from '@yunhui/contracts';

/** One act: something was cut off, or with `on: false` put back. Times in ms. */
export type CutAct = {
  id: string;
  /** Rises for each target: the act with the highest is what holds. */
  number: number;
  target: CutTarget;
  targetId: string;
  on: boolean;
  /** As people call it, kept with the act: it is told while nobody can look it up. */
  title: string;
  reason: string;
  /** Where it belongs: whose grant covers this may undo it. */
  region: string;
  by: { id: string; name: string };
  at: number;
};

/** An act before it has its number. */
export type NewAct = Omit<CutAct, 'number'>;

/** What cuts are kept under: of each target only the newest act counts. */
export const fieldOf = ({ target, targetId }: Pick<CutAct, 'target' | 'targetId'>): string => `${target} ${targetId}`;

/** The newer of what is known of each target. Acts come late, twice and in any order; the number decides. */
export function newerActs(known: ReadonlyMap<string, CutAct>, heard: readonly CutAct[]): CutAct[] {
  const newest = new Map<string, CutAct>();
  for (const act of heard) {
    const before = newest.get(fieldOf(act)) ?? known.get(fieldOf(act));
    if (!before || act.number > before.number) newest.set(fieldOf(act), act);
  }
  return [...newest.values()];
}

/** What holds: those whose last act cut them off, the latest first. */
export function inForce(known: ReadonlyMap<string, CutAct>): CutAct[] {
  return [...known.values()].filter(({ on }) => on).toSorted((a, b) => b.number - a.number);
}

/** Whether a channel is off the air as a whole. `path`: its region and all above it. */
export function stopsChannel(known: ReadonlyMap<string, CutAct>, slug: string, path: readonly string[]): boolean {
  if (known.size === 0) return false;
  return isOn(known, 'channel', slug) || path.some((region) => isOn(known, 'region', region));
}

/** Whether this one session, or this one link, is off the air. What lies around it is asked apart. */
export function isOn(known: ReadonlyMap<string, CutAct>, target: CutTarget, targetId: string): boolean {
  return known.get(fieldOf({ target, targetId }))?.on ?? false;
}

/** What pages without a socket read in the room's state; undefined when nothing of the channel is cut off. */
export function channelCut(
  known: ReadonlyMap<string, CutAct>,
  { slug, path, sessions, links }: { slug: string; path: readonly string[]; sessions: readonly string[]; links: readonly string[] },
): ChannelCut | undefined {
  const whole = stopsChannel(known, slug, path);
  const [cutSessions, cutLinks] = [
    sessions.filter((session) => isOn(known, 'session', session)),
    links.filter((link) => isOn(known, 'link', link)),
  ];
  if (!whole && cutSessions.length === 0 && cutLinks.length === 0) return undefined;
  return {
    ...(whole && { whole }),
    ...(cutSessions.length > 0 && { sessions: cutSessions }),
    ...(cutLinks.length > 0 && { links: cutLinks }),
  };
}

/** The word of it that everybody gets. The reason stays at the desk: it may name people. */
export function cutWord({ target, targetId, on }: Pick<CutAct, 'target' | 'targetId' | 'on'>, within: readonly string[]): Cut {
  return { target, id: targetId, on, ...(target === 'region' && { within: [...within] }) };
}
