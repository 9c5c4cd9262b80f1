import { readCharacter, type Reading } from './character.js';

const many = 0xffff;
const units = 0x1_0000;

/** How every code unit of the first plane reads, made once: most of a text then costs one look each. */
export type CharacterTable = { codes: Uint16Array; hows: Uint16Array; readingOf(text: string, at: number): Reading };

let made: CharacterTable | undefined;

/** Takes a tenth of a second when it is first asked for; a server asks while it starts. */
export function characterTable(): CharacterTable {
  made ??= makeTable();
  return made;
}

function makeTable(): CharacterTable {
  const codes = new Uint16Array(units);
  const hows = new Uint16Array(units);
  const longer = new Map<number, Reading>();
  for (let unit = 0; unit < units; unit += 1) {
    if (isItself(unit)) {
      codes[unit] = unit;
      continue;
    }
    const reading = isSurrogate(unit) ? undefined : readCharacter(String.fromCharCode(unit));
    codes[unit] = reading?.codes.length === 1 ? (reading.codes[0] ?? 0) : many;
    hows[unit] = reading?.how ?? 0;
    if (reading && reading.codes.length > 1) longer.set(unit, reading);
  }
  return { codes, hows, readingOf: (text, at) => longer.get(text.charCodeAt(at)) ?? astral(text, at) };
}

/** Hangul and private characters stand for themselves; asking each would take half of the time. */
const isItself = (unit: number): boolean => (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0xe000 && unit <= 0xf8ff);
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

const known = new Map<number, Reading>();
const mostKnown = 4096;

/** Characters of two units are rare: read when met, and remembered up to a bound. Half of one separates. */
function astral(text: string, at: number): Reading {
  const point = text.codePointAt(at) ?? 0;
  const before = known.get(point);
  if (before) return before;
  const reading = readCharacter(point < units ? '\ufffd' : String.fromCodePoint(point));
  if (known.size < mostKnown) known.set(point, reading);
  return reading;
}

export const isMany = (code: number): boolean => code === many;
