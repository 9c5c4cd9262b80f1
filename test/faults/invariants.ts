import { expect } from 'vitest';
import type { KeptEntry, KeptLog } from './parts/kept-log.js';
import type { Person, Said } from './people/person.js';
import type { Stretch } from './people/seen-log.js';

export type Settling = {
  /** How long until everybody is connected, answered and up to date. */
  withinMs: number;
  /** The database itself went back: what was acknowledged later may be gone, and only new epochs may follow. */
  wentBack?: boolean;
};

/**
 * The invariants of every fault, from both sides: each acknowledged message is in the database exactly once,
 * at the number its ack named; whatever a viewer was told joins without a hole and rises, and is what the
 * database shows of that range; one client id had one effect, and no number of an epoch meant two things.
 */
export async function expectInvariants(people: readonly Person[], read: () => Promise<KeptLog>, settling: Settling): Promise<KeptLog> {
  const { withinMs, wentBack = false } = settling;
  await expect
    .poll(() => people.filter(({ isLive, isSettled }) => !isLive || !isSettled).length, { timeout: withinMs, interval: 100 })
    .toBe(0);
  await expect.poll(async () => behind(people, await read()), { timeout: withinMs, interval: 250 }).toEqual([]);
  const kept = await read();
  const said = people.flatMap((person) => [...person.said.values()]);
  expect(people.flatMap(({ seen }) => seen.complaints)).toEqual([]);
  expect(numbersWithTwoMeanings(people)).toEqual([]);
  expect(brokenNumbers(kept, wentBack)).toEqual([]);
  const found = indexOf(kept);
  expect(said.flatMap((each) => brokenPromises(each, found, wentBack))).toEqual([]);
  expect(people.flatMap(({ seen }) => untrueStretches(seen.stretches, kept, wentBack))).toEqual([]);
  return kept;
}

function behind(people: readonly Person[], { epoch, head }: KeptLog): string[] {
  return people
    .map(({ seen }) => seen.stretches.at(-1))
    .filter((now) => now?.epoch !== epoch || now.seq < head)
    .map((now) => `${now?.epoch}:${now?.seq} of ${epoch}:${head}`);
}

/** The log, with its entries by id and by words: a second row of the same words would be a second effect. */
type KeptIndex = { kept: KeptLog; of: ReadonlyMap<string, KeptEntry[]> };
function indexOf(kept: KeptLog): KeptIndex {
  const of = new Map<string, KeptEntry[]>();
  for (const entry of kept.entries) for (const key of [entry.id, entry.text]) if (key) of.set(key, [...(of.get(key) ?? []), entry]);
  return { kept, of };
}

/** Acknowledged means kept, once, under one number; an id has one effect however often it was sent. */
function brokenPromises({ id, text, acks, refused }: Said, { kept, of }: KeptIndex, wentBack: boolean): string[] {
  const rows = [...new Set([...(of.get(id) ?? []), ...(of.get(text) ?? [])])];
  const [row] = rows;
  if (refused) return rows.length === 0 ? [] : [`${id} was refused (${refused}) and is kept`];
  if (rows.length > 1 || (rows.length === 0 && !wentBack)) return [`${id} is kept ${rows.length} times`];
  const numbers = new Set(acks.map(({ epoch, seq }) => `${epoch}:${seq}`));
  if (!wentBack && numbers.size !== 1) return [`${id} was acknowledged at ${[...numbers].join(' and ')}`];
  return row && acks.some(({ epoch, seq }) => epoch === kept.epoch && seq !== row.seq)
    ? [`${id} is kept at ${row.seq}, not as acknowledged`]
    : [];
}

/** Numbers have no hole and no repetition, and time does not fall along them. Only a new epoch may leave numbers out. */
function brokenNumbers({ entries, head }: KeptLog, wentBack: boolean): string[] {
  const broken: string[] = [];
  let last: KeptEntry | undefined;
  for (const entry of entries) {
    if (last && (wentBack ? entry.seq <= last.seq : entry.seq !== last.seq + 1)) broken.push(`${entry.seq} follows ${last.seq}`);
    if (last && entry.at < last.at) broken.push(`${entry.seq} is of before ${last.seq}`);
    last = entry;
  }
  if (last && last.seq > head) broken.push(`the head says ${head} and ${last.seq} is there`);
  return broken;
}

/** What was shown of a range is what the database shows of it. Of an epoch that ended nothing can be compared. */
function untrueStretches(stretches: readonly Stretch[], kept: KeptLog, wentBack: boolean): string[] {
  return stretches
    .filter(({ epoch }) => epoch === kept.epoch)
    .flatMap(({ after, seq, shown, why }) => {
      const should = kept.entries.filter((entry) => entry.shown && entry.seq > after && entry.seq <= seq).map((entry) => entry.id);
      const was = shown.map(({ id }) => id);
      const untrue =
        should.join() === was.join() ? [] : [`(${after}, ${seq}] showed ${was.length} of ${should.length}: ${difference(was, should)}`];
      const needless = why === 'no reason' || (why === 'another epoch' && !wentBack);
      return needless ? [`a fresh start at (${after}, ${seq}]: ${why}`, ...untrue] : untrue;
    });
}

const difference = (was: readonly string[], should: readonly string[]): string =>
  [...should.filter((id) => !was.includes(id)).map((id) => `-${id}`), ...was.filter((id) => !should.includes(id)).map((id) => `+${id}`)]
    .slice(0, 6)
    .join(' ');

/** Over everybody's eyes and every ack: a number of an epoch is one message. */
function numbersWithTwoMeanings(people: readonly Person[]): string[] {
  const meanings = new Map<string, string>();
  const wrong: string[] = [];
  const note = (place: string, id: string): void => {
    const known = meanings.get(place);
    if (known !== undefined && known !== id) wrong.push(`${place} is ${known} and ${id}`);
    meanings.set(place, id);
  };
  for (const { seen, said } of people) {
    for (const [place, id] of seen.meanings) note(place, id);
    for (const { id, acks } of said.values()) for (const { epoch, seq } of acks) if (seq !== undefined) note(`${epoch}:${seq}`, id);
  }
  return wrong;
}
