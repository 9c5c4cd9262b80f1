import type { ErrorCode } from '@yunhui/contracts';

/** A mute or a ban that has not ended, as each node keeps it in memory. */
export type InForce = {
  id: string;
  kind: 'mute' | 'ban';
  user: string;
  /** The sign-ins that a ban shuts out besides the account. */
  devices: readonly string[];
  scope: string;
  /** Regions where it does not hold. */
  except: readonly string[];
  rule: string;
  until: number;
};

/** Whether it holds in a region: that, or one above it, is its scope, and none of them is excepted. `path`: the region and all above it. */
export function holdsIn({ scope, except }: Pick<InForce, 'scope' | 'except'>, path: readonly string[]): boolean {
  return path.includes(scope) && !path.some((region) => except.includes(region));
}

/** Whether it holds wherever one could be: then there is nothing to come in for. */
export function holdsEverywhere({ scope, except }: Pick<InForce, 'scope' | 'except'>): boolean {
  return scope === 'CN' && except.length === 0;
}

/** The one of a kind that lasts longest, of those that have time left. */
export function longest(all: readonly InForce[], kind: InForce['kind'], now: number): InForce | undefined {
  const left = all.filter((one) => one.kind === kind && one.until > now);
  return left.reduce<InForce | undefined>((last, one) => (last && last.until >= one.until ? last : one), undefined);
}

export type StandingVerdict = { allowed: true } | { allowed: false; code: ErrorCode; retryAfterMs?: number };

/** Whether somebody may speak in a region now. A ban outweighs a mute: whoever is out need not learn of less. */
export function judgeStanding(all: readonly InForce[], path: readonly string[], now: number): StandingVerdict {
  const here = all.filter((one) => holdsIn(one, path));
  if (longest(here, 'ban', now)) return { allowed: false, code: 'account.banned' };
  const muted = longest(here, 'mute', now);
  return muted ? { allowed: false, code: 'topic.muted', retryAfterMs: muted.until - now } : { allowed: true };
}
