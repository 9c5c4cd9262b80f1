import { characterTable, isMany } from './character-table.js';
import { hidden, isDigit, isMark } from './character.js';
import { homophoneRows } from './data/homophone-rows.js';

/** How a digit was written: as one, in words, or only by its sound. */
export const writing = { digit: 1, word: 2, sound: 3 } as const;

/** What stands between two digits: nothing that counts, what people group numbers with, or anything else but letters. */
export type Separator = 'none' | 'space' | 'dash' | 'dot' | 'other';

/** A digit in a text, with what stands before it. A value of 10 is the X that ends an identity number. */
export type Digit = { value: number; start: number; end: number; writing: number; before: Separator };

const separators: readonly (readonly [Separator, RegExp])[] = [
  ['none', /[()[\]（）【】〔〕]/u],
  ['space', /[^\S\n]/u],
  ['dash', /[-\u2010-\u2015－_~～/]/u],
  ['dot', /[.．·•。]/u],
];
const mostBetween = 3;
/** The X of an identity number stands behind 17 digits. */
const beforeX = 17;

let bySound: Uint8Array | undefined;

/** The digit that a character sounds like, or a letter looks like, and one more; or 0. */
function digitBySound(unit: number): number {
  bySound ??= soundTable();
  return bySound[unit] ?? 0;
}

function soundTable(): Uint8Array {
  const table = new Uint8Array(0x1_0000);
  for (const [digit, row] of homophoneRows.split('|').entries()) for (const one of row) table[one.charCodeAt(0)] = digit + 1;
  for (const [letter, digit] of [
    ['o', 0],
    ['l', 1],
    ['i', 1],
  ] as const)
    table[letter.charCodeAt(0)] = digit + 1;
  return table;
}

export const soundsLikeDigit = (unit: number): boolean => digitBySound(unit) > 0;

/** Runs of digits in a text, written at most in this way. A letter ends a run, and so does too much in between. */
export function digitRuns(text: string, most: number): Digit[][] {
  const runs: Digit[][] = [];
  let run: Digit[] = [];
  let before: Separator = 'none';
  let skipped = 0;
  const end = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
    before = 'none';
    skipped = 0;
  };
  for (let at = 0; at < text.length;) {
    const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const read = readDigit(text, at, most, run.length);
    if (typeof read === 'object') {
      run.push({ value: read.value, writing: read.writing, start: at, end: at + size, before: run.length === 0 ? 'none' : before });
      before = 'none';
      skipped = 0;
    } else if (read === 'letter' || ++skipped > mostBetween) end();
    else if (read === 'separator') before = wider(before, separatorOf(text.slice(at, at + size)));
    else skipped -= 1;
    at += size;
  }
  end();
  return runs;
}

function readDigit(
  text: string,
  at: number,
  most: number,
  soFar: number,
): { value: number; writing: number } | 'letter' | 'separator' | 'unseen' {
  const table = characterTable();
  const unit = text.charCodeAt(at);
  const code = table.codes[unit] ?? 0;
  const codes = isMany(code) ? table.readingOf(text, at).codes : [code];
  const seen = codes.filter((one) => !isMark(one));
  const [only = 0] = seen;
  if (seen.length === 1 && isDigit(only)) {
    const written = isTyped(unit) ? writing.digit : writing.word;
    return written <= most ? { value: only - 48, writing: written } : 'letter';
  }
  if (seen.length === 1 && only === 0x78 && soFar >= beforeX) return { value: 10, writing: writing.digit };
  if (seen.length > 0) {
    const sound = most >= writing.sound ? digitBySound(only) : 0;
    return sound === 0 ? 'letter' : { value: sound - 1, writing: writing.sound };
  }
  return codes.every((one) => one === hidden) ? 'unseen' : 'separator';
}

/** Digits as keyboards have them, half and full width. */
const isTyped = (unit: number): boolean => isDigit(unit) || (unit >= 0xff10 && unit <= 0xff19);

const separatorOf = (character: string): Separator => separators.find(([, pattern]) => pattern.test(character))?.[0] ?? 'other';

const widths: readonly Separator[] = ['none', 'space', 'dash', 'dot', 'other'];
const wider = (one: Separator, other: Separator): Separator => (widths.indexOf(one) >= widths.indexOf(other) ? one : other);
