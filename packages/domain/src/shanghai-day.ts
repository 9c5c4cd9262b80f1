/** A calendar day of Asia/Shanghai, `2026-11-21`. */
export type ShanghaiDay = string;

/** Shanghai has kept UTC+8 without summer time since 1991, so days are arithmetic and need no time-zone data. */
const offsetMs = 8 * 3_600_000;
export const dayMs = 24 * 3_600_000;

/** The day that a moment falls on in Shanghai. */
export function shanghaiDayOf(at: number): ShanghaiDay {
  return new Date(at + offsetMs).toISOString().slice(0, 10);
}

/** The first moment of a day, in ms since 1970 UTC. */
export function startOfShanghaiDay(day: ShanghaiDay): number {
  return Date.parse(`${day}T00:00:00.000Z`) - offsetMs;
}

/** The day `days` later, or earlier when negative. */
export function shanghaiDayAfter(day: ShanghaiDay, days: number): ShanghaiDay {
  return shanghaiDayOf(startOfShanghaiDay(day) + days * dayMs);
}

/** A moment as HTTP resources write it: ISO 8601 with Shanghai's offset, to the second or millisecond it has. */
export function shanghaiInstant(at: number): string {
  return new Date(at + offsetMs).toISOString().replace('.000Z', 'Z').replace('Z', '+08:00');
}
