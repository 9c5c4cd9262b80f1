import { type Grant, muteLadderMs, sanctionLimitsMs, type SanctionKind, type SanctionState, sanctionUndoMs } from '@yunhui/contracts';
import { highest, rank } from '../../../platform/auth/roles.rules.js';

/** Strikes older than this are forgotten: people are given the chance to do better. */
export const strikesCountForMs = 30 * 86_400_000;

/** The next step of the ladder after so many strikes: the first mute is short, and nobody is silenced for more than a day by habit. */
export function proposedStep(strikes: number): { kind: SanctionKind; durationMs: number } {
  const step = Math.min(Math.max(strikes, 0), muteLadderMs.length - 1);
  return { kind: 'mute', durationMs: muteLadderMs[step] ?? muteLadderMs[0] };
}

/** How long it may last. A warning is only told; the others have their limits. */
export function judgeDuration(kind: SanctionKind, durationMs: number | undefined): boolean {
  if (kind === 'warn') return durationMs === undefined;
  const { least, most } = sanctionLimitsMs[kind];
  return durationMs !== undefined && durationMs >= least && durationMs <= most;
}

/** What has become of one until now. How it ended outweighs that its time is over: on that depends whether it is a strike. */
export function stateOf({ until, endedAs }: { until: Date | null; endedAs: SanctionState | null }, now: number): SanctionState {
  if (endedAs) return endedAs;
  return until && until.getTime() > now ? 'active' : 'over';
}

/** Until when it can be undone from its row; nothing once somebody has acted on it. */
export function undoUntil({ at, version, endedAs }: { at: Date; version: number; endedAs: SanctionState | null }): number | undefined {
  return version === 1 && !endedAs ? at.getTime() + sanctionUndoMs : undefined;
}

/**
 * Why somebody cannot act on a person. Nobody judges themselves, or a higher role. Of two with the same role only who has
 * it further up may act on the other: else two colleagues could silence each other.
 */
export function reachOf(
  actor: { id: string; grants: readonly Grant[] },
  target: { id: string; grants: readonly Grant[] },
  pathOf: (region: string) => readonly string[],
): 'higher-role' | 'oneself' | undefined {
  if (actor.id === target.id) return 'oneself';
  const [own, theirs] = [highest(actor.grants), highest(target.grants)];
  if (theirs === undefined || (own !== undefined && rank.indexOf(own) < rank.indexOf(theirs))) return undefined;
  if (own !== theirs) return 'higher-role';
  const above = (region: string) =>
    actor.grants.some((grant) => grant.role === own && grant.region !== region && pathOf(region).includes(grant.region));
  return target.grants.every(({ role, region }) => role !== theirs || above(region)) ? undefined : 'higher-role';
}
