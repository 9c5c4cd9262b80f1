import type { ShieldMode, UnattendedWay } from '@yunhui/contracts';

/** What each setting asks for. */
const modeOf = {
  'risky-held': { riskyHeld: true },
  'links-off': { links: 'off' },
  'new-guests-held': { newGuestsHeld: true },
  'review-first': { reviewFirst: true },
  'emoji-only': { emojiOnly: true },
  'staff-only': { staffOnly: true },
  closed: { closed: true },
} as const satisfies Record<UnattendedWay, ShieldMode>;

/** Minutes after midnight in Asia/Shanghai. Where both are the same there is no night. */
export type Night = { from: number; to: number };
export type UnattendedPlan = { ways: readonly UnattendedWay[]; nightWays: readonly UnattendedWay[]; night: Night };

/** 无人值守模式, by day and by night. */
export function unattendedMode({ ways, nightWays }: UnattendedPlan, isNight: boolean): ShieldMode {
  const asked = isNight ? [...ways, ...nightWays] : ways;
  return Object.assign({}, ...asked.map((way) => modeOf[way])) as ShieldMode;
}

const dayMinutes = 24 * 60;
/** Shanghai has no summer time. */
const shanghaiAheadMinutes = 8 * 60;

/** Whether it is night at a moment; a night may reach over midnight. */
export function isNightAt(ms: number, { from, to }: Night): boolean {
  const minute = (Math.floor(ms / 60_000) + shanghaiAheadMinutes) % dayMinutes;
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
}
