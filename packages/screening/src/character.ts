import { digitOfWord, insideOf, lookedLike, simplify } from './folds.js';
import { bit } from './transformations.js';

/** Codes that are no characters: what is not seen, what separates, and what separates clauses. */
export const hidden = 0;
export const gap = 1;
export const clause = 2;
const lastMark = 2;

/** What a character reads as: codes of UTF-16 units or the marks above, and by which transformations. */
export type Reading = { codes: readonly number[]; how: number };

const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}\u2800]$/u;
const clauseMarks = new Set('，。！？；、,!?;\n…');
/** Characters beyond the first plane have no single unit: each stands for one of the private area, which no list uses. */
const privateArea = { from: 0xe000, size: 0x1900 };

/** How one code point reads: compatible form, lower case, bare of marks, simplified, look-alikes and digit words as what they pass for. */
export function readCharacter(character: string): Reading {
  if (unseen.test(character)) return { codes: [hidden], how: bit.hidden };
  if (clauseMarks.has(character)) return { codes: [clause], how: 0 };
  const lower = character.toLowerCase();
  const capital = capitalLike(character, lower);
  if (capital !== undefined) return { codes: [codeOf(capital)], how: bit['look-alike'] };
  const inside = insideOf(character.codePointAt(0) ?? 0);
  const folded = inside ?? bare(lower.normalize('NFKC').toLowerCase());
  let how = folded === lower ? 0 : bit.width;
  const codes: number[] = [];
  for (const one of folded) {
    const [plain, by] = plainOf(one);
    how |= by;
    codes.push(codeOf(plain));
  }
  return { codes: codes.length === 0 ? [gap] : codes, how };
}

/** A capital is judged by its own look, before it is made small. */
function capitalLike(character: string, lower: string): string | undefined {
  return lower === character || isAscii(character) ? undefined : lookedLike(character);
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

function plainOf(one: string): readonly [plain: string, how: number] {
  if (isAscii(one)) return [one, 0];
  const plain = simplify(one);
  const how = plain === one ? 0 : bit.traditional;
  const digit = digitOfWord(plain) ?? decimal(plain);
  if (digit !== undefined) return [digit, how | bit['digit-word']];
  const letter = lookedLike(plain);
  return letter === undefined ? [plain, how] : [letter, how | bit['look-alike']];
}

/** The value of a decimal digit of any script: digits stand in a row from 0 to 9. */
function decimal(one: string): string | undefined {
  if (!/\p{Nd}/u.test(one)) return undefined;
  const point = one.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}

function codeOf(one: string): number {
  if (!/[\p{L}\p{N}]/u.test(one)) return clauseMarks.has(one) ? clause : gap;
  const point = one.codePointAt(0) ?? 0;
  return point < 0x1_0000 ? point : privateArea.from + (point % privateArea.size);
}

const isAscii = (character: string): boolean => character.charCodeAt(0) < 0x80;

export const isMark = (code: number): boolean => code <= lastMark;
export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => code >= 97 && code <= 122;
