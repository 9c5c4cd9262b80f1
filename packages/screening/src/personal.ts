import { characterTable, isMany } from './character-table.js';
import { isDigit, isMark } from './character.js';
import { digitRuns, soundsLikeDigit, writing, type Digit } from './digits.js';
import { findEmails } from './emails.js';
import type { PersonalFinding } from './personal-finding.js';
import { identityIn, phoneIn } from './personal-numbers.js';
import { maskSpans } from './spans.js';

/** No number that finds a person is shorter. */
const fewestDigits = 10;

/** Telephone and identity numbers of mainland China and e-mail addresses, in whatever way they are written. In order, never overlapping. */
export function findPersonal(text: string): PersonalFinding[] {
  const found = [...findEmails(text), ...findFixedLines(text)];
  const most = worthReading(text);
  for (let how: number = writing.digit; how <= most; how += 1) {
    const numbers = digitRuns(text, how).flatMap((run) => numbersIn(run, text));
    found.push(...numbers.filter((one) => !found.some((other) => overlap(one, other))));
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Masks what `findPersonal` finds, and what only then stands alone: masking twice is masking once. */
export function maskPersonal(text: string): { text: string; masked: boolean } {
  const found = findPersonal(text);
  if (found.length === 0) return { text, masked: false };
  return { text: maskPersonal(maskSpans(text, found)).text, masked: true };
}

/** Most texts hold few digits of any kind; counting is cheap, reading runs is not. Says how they may be written. */
function worthReading(text: string): number {
  const { codes } = characterTable();
  let digits = 0;
  let row = 0;
  let longestRow = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const code = codes[unit] ?? 0;
    if (isMark(code)) continue;
    const isWritten = isDigit(code) || isMany(code);
    if (isWritten) digits += 1;
    row = isWritten || soundsLikeDigit(code) ? row + 1 : 0;
    if (row > longestRow) longestRow = row;
  }
  if (longestRow >= fewestDigits) return writing.sound;
  return digits >= fewestDigits ? writing.word : 0;
}

/** All numbers in a run of digits. What was masked is not looked at again. */
function numbersIn(run: readonly Digit[], text: string): PersonalFinding[] {
  const found: PersonalFinding[] = [];
  for (let at = 0; at < run.length; at += 1) {
    const number = identityIn(run, at) ?? phoneIn(run, at);
    if (!number) continue;
    const digits = run.slice(at, at + number.size);
    const isDisguised = digits.some((digit) => digit.writing > writing.digit);
    found.push({ kind: number.kind, start: withPlus(text, digits[0]?.start ?? 0), end: digits.at(-1)?.end ?? 0, isDisguised });
    at += number.size - 1;
  }
  return found;
}

const digit = '[0-9０-９]';
/** An area code in brackets or apart, and seven or eight digits. */
const fixedLine = new RegExp(
  `(?<![0-9０-９.])(?:[(（]0${digit}{2,3}[)）]|0${digit}{2,3}[ -])[ -]?${digit}{7,8}(?![0-9０-９]|\\.[0-9])`,
  'gu',
);

function findFixedLines(text: string): PersonalFinding[] {
  return Array.from(text.matchAll(fixedLine), ({ 0: number, index }) => {
    return { kind: 'phone', start: index, end: index + number.length, isDisguised: false };
  });
}

/** The plus of a country code, and the bracket it stands in. */
const withPlus = (text: string, start: number): number =>
  start - (/[(（]?[+＋]$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);

const overlap = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end;
