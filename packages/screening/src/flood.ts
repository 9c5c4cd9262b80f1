import { isNear, type Fingerprint } from './fingerprint.js';

/** Who said something like what, when. */
export type Said = { by: string; at: number; print: Fingerprint };

/** The last messages of one person. Bounded: an older one is forgotten, which forgives. */
export type PersonState = readonly { at: number; print: Fingerprint }[];

/** What one text in a topic has become: how often it was said, and by whom at most. */
export type Burst = { id: string; print: Fingerprint; firstAt: number; lastAt: number; count: number; people: readonly string[] };
/** The texts of a topic's last minute, newest first. Bounded: what is pushed out begins anew, and a moderator sees two items for it. */
export type TopicState = readonly Burst[];

export type PersonFinding = 'fine' | 'repeats' | 'floods';

/** So long a text that nobody says any more is remembered. */
export const rememberedMs = 60_000;

const keptOfPerson = 16;
const keptOfTopic = 64;
const keptPeople = 8;

const repeatsMs = 30_000;
const mostRepeats = 2;
const floodMs = 10_000;
const mostInFlood = 6;

const burstPeople = 4;
const burstCount = 6;
/** What many people say in so few letters is a crowd that cheers or greets. */
const cheerLetters = 8;

/** Notes what a person said, and says whether they say it over and over, or too much of anything. */
export function notePerson(state: PersonState, { at, print }: Omit<Said, 'by'>): { state: PersonState; finding: PersonFinding } {
  const recent = state.filter((earlier) => at - earlier.at < rememberedMs);
  const repeats = recent.filter((earlier) => at - earlier.at < repeatsMs && isNear(earlier.print, print)).length;
  const inFlood = recent.filter((earlier) => at - earlier.at < floodMs).length;
  const finding = inFlood >= mostInFlood ? 'floods' : repeats >= mostRepeats ? 'repeats' : 'fine';
  return { state: [{ at, print }, ...recent].slice(0, keptOfPerson), finding };
}

/**
 * Notes what was said in a topic. Texts that are nearly the same are one entry; when several people say it, or one
 * says it often, the entry is a burst: one item in the queue, whose id stays the same while it goes on. A cheer is none.
 */
export function noteTopic(state: TopicState, { by, at, print }: Said): { state: TopicState; burst?: Burst } {
  const recent = state.filter((entry) => at - entry.lastAt < rememberedMs);
  const before = recent.find((entry) => isNear(entry.print, print));
  const entry = before ? joined(before, by, at) : begun(by, at, print);
  const others = recent.filter((one) => one !== before);
  return { state: [entry, ...others].slice(0, keptOfTopic), burst: isBurst(entry) ? entry : undefined };
}

/** Whether a text can become a burst at all. */
export const mayBurst = ({ size }: Fingerprint): boolean => size > cheerLetters;

/** The burst under another name: that under which another node has met it. */
export function renamed(state: TopicState, id: string, name: string): TopicState {
  return state.map((entry) => (entry.id === id ? { ...entry, id: name } : entry));
}

function isBurst({ print, people, count }: Burst): boolean {
  return mayBurst(print) && (people.length >= burstPeople || count >= burstCount);
}

function begun(by: string, at: number, print: Fingerprint): Burst {
  return { id: nameOf(at, print), print, firstAt: at, lastAt: at, count: 1, people: [by] };
}

function joined(entry: Burst, by: string, at: number): Burst {
  const people = entry.people.includes(by) ? entry.people : [...entry.people, by].slice(0, keptPeople);
  // What was said elsewhere is heard a little later: until it is a burst, the name is that of whoever said it first.
  const first = at < entry.firstAt && !isBurst(entry) ? { id: nameOf(at, entry.print), firstAt: at } : {};
  return { ...entry, ...first, lastAt: Math.max(at, entry.lastAt), count: entry.count + 1, people };
}

const nameOf = (at: number, { whole }: Fingerprint): string => `${at.toString(36)}-${whole >>> 0}`;
