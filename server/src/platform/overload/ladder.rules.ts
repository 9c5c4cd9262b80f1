import type { LadderLevel } from '@yunhui/contracts';

/** E16's steps, lowest first. */
export const levels = ['full', 'slow', 'sampled', 'state', 'http'] as const satisfies LadderLevel[];

/** What a node measured of itself: how late its timers are, and the longest that a frame took to all of its readers. */
export type Strain = { lagMs: number; deliveryMs: number };

/** Where a node stands, and since when its readings have said the same. */
export type Standing = {
  readonly level: LadderLevel;
  readonly strainedSince?: number;
  readonly calmSince?: number;
  /** So long it must be calm before the next step down. */
  readonly patienceMs: number;
  readonly wentDownAt?: number;
};

/** From so much on a node has more to do than it can, and goes to the level: the more it takes from people, the more is asked of it. */
const goesTo: Record<LadderLevel, Strain> = {
  full: { lagMs: 150, deliveryMs: 200 },
  slow: { lagMs: 150, deliveryMs: 200 },
  sampled: { lagMs: 200, deliveryMs: 500 },
  state: { lagMs: 300, deliveryMs: 750 },
  http: { lagMs: 400, deliveryMs: 1_000 },
};
/** Below this a node has room again. Between that and the next level's figure nothing changes. */
const calmLagMs = 50;
/** A frame leaves within the first half of its tick; one that takes longer than the tick makes the next one late. */
const ticksMs: Record<LadderLevel, number> = { full: 200, slow: 400, sampled: 500, state: 500, http: 500 };
/** Frames that take less of a tick than this leave room for everything else. */
const calmShareOfTick = 0.75;
const upAfterMs = 2_000;
const patience = { leastMs: 10_000, mostMs: 160_000 };
/** A step down that had to be taken back so soon was too early. */
const relapseMs = 60_000;

export const onTheGround: Standing = { level: 'full', patienceMs: patience.leastMs };

/** How often frames are formed on a level. */
export function tickMsOn(level: LadderLevel): number {
  return ticksMs[level];
}

/** Whether a level is as high as another, or higher. */
export function isAtLeast(level: LadderLevel, other: LadderLevel): boolean {
  return levels.indexOf(level) >= levels.indexOf(other);
}

/**
 * Where a node stands after a look at itself. One step up when it has been strained for two seconds, for the step before
 * needs that long to show; one step down after ten calm ones. Who had to go up again soon after waits twice as long
 * the next time: a load that is just too much for one level must not move its viewers to and fro.
 */
export function stepped(standing: Standing, strain: Strain, nowMs: number): Standing {
  const seen = noted(standing, strain, nowMs);
  if (since(seen.strainedSince, nowMs) >= upAfterMs) return up(seen, nowMs);
  if (since(seen.calmSince, nowMs) >= seen.patienceMs) return down(seen, nowMs);
  return seen;
}

/** Whether a node does more than it can on the level where it stands. */
export function isStrained({ level }: Pick<Standing, 'level'>, { lagMs, deliveryMs }: Strain): boolean {
  const next = goesTo[above(level)];
  return lagMs >= next.lagMs || deliveryMs >= next.deliveryMs;
}

/** Calm enough for the level below: there frames are formed as often as that level has it. */
function isCalm({ level }: Standing, { lagMs, deliveryMs }: Strain): boolean {
  return lagMs < calmLagMs && deliveryMs < tickMsOn(below(level)) * calmShareOfTick;
}

function noted(standing: Standing, strain: Strain, nowMs: number): Standing {
  const strainedSince = isStrained(standing, strain) ? (standing.strainedSince ?? nowMs) : undefined;
  const calmSince = isCalm(standing, strain) ? (standing.calmSince ?? nowMs) : undefined;
  return { ...standing, strainedSince, calmSince };
}

function up({ level, patienceMs, wentDownAt }: Standing, nowMs: number): Standing {
  const longer = Math.min(patienceMs * 2, patience.mostMs);
  return { level: above(level), strainedSince: nowMs, patienceMs: isRelapse(wentDownAt, nowMs) ? longer : patienceMs };
}

/** On the ground, when the last step down is known to have been right, all is as it was at first. */
function down({ level, patienceMs, wentDownAt }: Standing, nowMs: number): Standing {
  if (level === 'full') return isRelapse(wentDownAt, nowMs) ? { level, patienceMs, wentDownAt } : onTheGround;
  return { level: below(level), calmSince: nowMs, patienceMs, wentDownAt: nowMs };
}

function isRelapse(wentDownAt: number | undefined, nowMs: number): boolean {
  return wentDownAt !== undefined && nowMs - wentDownAt < relapseMs;
}

function above(level: LadderLevel): LadderLevel {
  return levels[levels.indexOf(level) + 1] ?? level;
}

function below(level: LadderLevel): LadderLevel {
  return levels[Math.max(0, levels.indexOf(level) - 1)] ?? 'full';
}

function since(begunAt: number | undefined, nowMs: number): number {
  return begunAt === undefined ? 0 : nowMs - begunAt;
}
