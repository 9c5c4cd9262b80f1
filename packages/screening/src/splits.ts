import type { Automaton } from './automaton.js';
import type { InSlices } from './build-automaton.js';
import { splitRows } from './data/split-rows.js';
import { between, normalise, type NormalText } from './normal-text.js';
import { bit } from './transformations.js';

type Split = { parts: Uint16Array; whole: number };
/** By the first part and the second, the longest first: how characters that stand in lists are written in pieces. */
export type Splits = ReadonlyMap<number, ReadonlyMap<number, readonly Split[]>>;

const charactersASlice = 64;

let rows: ReadonlyMap<string, readonly string[]> | undefined;

function waysOf(character: string): readonly string[] {
  rows ??= new Map(splitRows.split('|').map((row) => [row.charAt(0), row.slice(2).split(' ')]));
  return rows.get(character) ?? [];
}

/** Keeps only characters that lists contain: others would put nothing together that could be found. */
export function* buildSplits(automaton: Automaton): InSlices<Splits> {
  const splits = new Map<number, Map<number, Split[]>>();
  let done = 0;
  for (const whole of automaton.letters()) {
    const ways = waysOf(String.fromCharCode(whole));
    for (const parts of new Set([...ways, ...ways.flatMap(splitFurther)])) addSplit(splits, whole, parts);
    if (++done % charactersASlice === 0) yield;
  }
  for (const bySecond of splits.values()) {
    for (const ways of bySecond.values()) ways.sort((one, other) => other.parts.length - one.parts.length);
  }
  return splits;
}

const mostParts = 4;

/** A part may be written in pieces itself: 微 is 彳山兀攵, and 彳山一几攵. */
function splitFurther(written: string): string[] {
  const parts = [...written];
  if (parts.length > mostParts) return [];
  return parts.flatMap((part, at) => waysOf(part).map((pieces) => [...parts.slice(0, at), pieces, ...parts.slice(at + 1)].join('')));
}

function addSplit(splits: Map<number, Map<number, Split[]>>, whole: number, written: string): void {
  const { codes, length } = normalise(written);
  if (length < 2) return;
  const parts = codes.slice(0, length);
  const [first = 0, second = 0] = parts;
  const bySecond = splits.get(first) ?? new Map<number, Split[]>();
  splits.set(first, bySecond.set(second, [...(bySecond.get(second) ?? []), { parts, whole }]));
}

/** The text with pieces put together, or nothing if there were none. Where pieces make several characters, the longest or the shortest. */
export function putTogether(normal: NormalText, splits: Splits, prefer: 'longest' | 'shortest'): NormalText | undefined {
  let found: NormalText | undefined;
  let shift = 0;
  for (let place = 0; place < normal.length; place += 1) {
    const split = splitAt(normal, place, splits, prefer);
    if (split && !found) found = copyOf(normal);
    if (!found) continue;
    copyPlace(normal, place, found, place - shift);
    if (!split) continue;
    const last = place + split.parts.length - 1;
    found.codes[place - shift] = split.whole;
    found.ends[place - shift] = normal.ends[last] ?? 0;
    found.hows[place - shift] = bit.split;
    shift += split.parts.length - 1;
    place = last;
  }
  if (found) found.length = normal.length - shift;
  return found;
}

function splitAt(normal: NormalText, place: number, splits: Splits, prefer: 'longest' | 'shortest'): Split | undefined {
  const ways = splits.get(normal.codes[place] ?? 0)?.get(normal.codes[place + 1] ?? 0);
  if (!ways) return undefined;
  const fits = ({ parts }: Split): boolean => standsAt(normal, place, parts);
  return prefer === 'longest' ? ways.find(fits) : ways.findLast(fits);
}

function standsAt({ codes, before, length }: NormalText, place: number, parts: Uint16Array): boolean {
  if (place + parts.length > length) return false;
  for (let part = 1; part < parts.length; part += 1) {
    if (codes[place + part] !== parts[part] || (before[place + part] ?? 0) > between.unseen) return false;
  }
  return true;
}

const columns = ['codes', 'starts', 'ends', 'before', 'runs', 'hows'] as const;

function copyOf(normal: NormalText): NormalText {
  const { codes, starts, ends, before, runs, hows, original, length, how } = normal;
  return {
    original,
    length,
    how: how | bit.split,
    codes: codes.slice(0, length),
    starts: starts.slice(0, length),
    ends: ends.slice(0, length),
    before: before.slice(0, length),
    runs: runs.slice(0, length),
    hows: hows.slice(0, length),
  };
}

function copyPlace(from: NormalText, place: number, to: NormalText, target: number): void {
  for (const column of columns) to[column][target] = from[column][place] ?? 0;
}
