import { randomFrom } from '../fault-size.js';

/** What may be broken, on what, and for how long at least and at most. One thing is broken in one way at a time. */
export const faultKinds = {
  'kill-node': { of: 'node', ms: [200, 6_000] },
  'stop-node': { of: 'node', ms: [500, 9_000] },
  'end-node': { of: 'node', ms: [0, 1_000] },
  'kill-at-commit': { of: 'node', ms: [1_000, 4_000] },
  'stop-at-commit': { of: 'node', ms: [1_000, 9_000] },
  'cut-street': { of: 'street', ms: [1_000, 10_000] },
  'drop-street': { of: 'street', ms: [0, 0] },
  'slow-street': { of: 'street', ms: [1_000, 8_000] },
  'foul-bus': { of: 'sky', ms: [2_000, 10_000] },
  'cut-from-redis': { of: 'link', ms: [500, 8_000] },
  'pause-redis': { of: 'redis', ms: [300, 10_000] },
  'kill-redis': { of: 'redis', ms: [200, 8_000] },
  'older-redis': { of: 'redis', ms: [2_000, 2_000] },
  'empty-redis': { of: 'redis', ms: [0, 0] },
  'kill-postgres': { of: 'postgres', ms: [200, 8_000] },
  'pause-postgres': { of: 'postgres', ms: [200, 6_000] },
  'kill-worker': { of: 'worker', ms: [200, 5_000] },
} as const;
export type FaultKind = keyof typeof faultKinds;

/** One fault: when in its round it strikes, on which of the two nodes (where there are two), and when it is mended. */
export type Fault = { atMs: number; kind: FaultKind; node: 0 | 1; forMs: number };
/** Rounds end calm: everything is mended, everybody has caught up, and the invariants are checked. */
export type Schedule = { seed: number; perSecond: number; rounds: { lastsMs: number; faults: Fault[] }[] };

const kinds = Object.keys(faultKinds) as FaultKind[];
const roundMs = 45_000;
/** A node takes seconds to start again; only then may it be broken anew. */
const mendingMs: Partial<Record<string, number>> = { node: 6_000, postgres: 1_500, redis: 500, worker: 4_000 };

/** The same seed and length always draw the same schedule. */
export function drawSchedule(seed: number, minutes: number): Schedule {
  const random = randomFrom(seed);
  const roundsMs = minutes * 60_000;
  const lengths = Array.from({ length: Math.max(1, Math.round(roundsMs / roundMs)) }, () => Math.min(roundMs, roundsMs));
  return { seed, perSecond: 15, rounds: lengths.map((lastsMs) => ({ lastsMs, faults: drawRound(lastsMs, random) })) };
}

function drawRound(lastsMs: number, random: () => number): Fault[] {
  const faults: Fault[] = [];
  const busyUntil = new Map<string, number>();
  for (let atMs = 500; atMs < lastsMs; atMs += Math.round(300 + random() * 4_000)) {
    const kind = kinds[Math.floor(random() * kinds.length)] as FaultKind;
    const node = random() < 0.5 ? 0 : 1;
    const [least, most] = faultKinds[kind].ms;
    const forMs = Math.round(least + random() * (Math.min(most, lastsMs / 3) - Math.min(least, lastsMs / 3)));
    const fault: Fault = { atMs, kind, node, forMs };
    const place = placeOf(fault);
    if ((busyUntil.get(place) ?? 0) > atMs) continue;
    busyUntil.set(place, atMs + forMs + (mendingMs[faultKinds[kind].of] ?? 0));
    faults.push(fault);
  }
  return faults;
}

/** What a fault breaks: nothing is broken in a second way before it is mended. */
export function placeOf({ kind, node }: Fault): string {
  const { of } = faultKinds[kind];
  return of === 'redis' || of === 'postgres' || of === 'worker' ? of : `${of} ${node}`;
}

/** A schedule as an earlier run wrote it; throws where it is none. */
export function readSchedule(text: string): Schedule {
  const schedule = JSON.parse(text) as Schedule;
  const faults = schedule.rounds.flatMap((round) => round.faults);
  const unknown = faults.filter(({ kind }) => !Object.hasOwn(faultKinds, kind));
  if (unknown.length > 0) throw new Error(`these faults are not known here: ${unknown.map(({ kind }) => kind).join(', ')}`);
  return schedule;
}
