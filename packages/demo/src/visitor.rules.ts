/** A source of chance in [0, 1), so that tests can do without it. */
export type Chance = () => number;

/** Rooms a visitor is in at once: well below `hello.limits.topics`, and few enough to look like a person. */
export const ROOMS_AT_ONCE = 3;

const LONGEST_PAUSE_MS = 300_000;

/**
 * The rooms a visitor is in next: those of now that are still live, and others by lot up to the limit.
 * Somebody who talks stays where the talk is; nobody talks where nothing is on.
 */
export function chooseRooms(rooms: readonly string[], live: readonly string[], chance: Chance): string[] {
  const kept = rooms.filter((room) => live.includes(room)).slice(0, ROOMS_AT_ONCE);
  const others = shuffle(
    live.filter((room) => !kept.includes(room)),
    chance,
  );
  return [...kept, ...others.slice(0, ROOMS_AT_ONCE - kept.length)];
}

/** The topic a visitor is in next: mostly the one they are in, now and then another by lot. The first one draws half of them. */
export function chooseTopic(topic: string | undefined, topics: readonly string[], chance: Chance): string | undefined {
  if (topic !== undefined && topics.includes(topic) && chance() < 0.6) return topic;
  return chance() < 0.5 ? topics[0] : topics[Math.floor(chance() * topics.length)];
}

/**
 * How long a visitor is silent: half to one and a half times the mean, doubled for each refusal in a
 * row, never over five minutes, and never less than the hub has asked for.
 */
export function pauseMs(pace: { meanMs: number; refusals: number; retryAfterMs?: number }, chance: Chance): number {
  const own = pace.meanMs * (0.5 + chance()) * 2 ** Math.min(pace.refusals, 10);
  return Math.round(Math.max(Math.min(own, Math.max(LONGEST_PAUSE_MS, pace.meanMs)), pace.retryAfterMs ?? 0));
}

/** The lines one after the other in a new order each round: nobody repeats what was just said. */
export function* linesInTurn(lines: readonly string[], chance: Chance): Generator<string, never> {
  for (;;) yield* shuffle(lines, chance);
}

/** Fisher–Yates. */
export function shuffle<Item>(items: readonly Item[], chance: Chance): Item[] {
  const shuffled: Item[] = [];
  for (const item of items) {
    const place = Math.floor(chance() * (shuffled.length + 1));
    shuffled.splice(place, 0, item);
  }
  return shuffled;
}
