import { isDigit, isHan, isLetter } from './character.js';
import { between, type NormalText } from './normal-text.js';

/** Terms this long do not come about by chance where two words meet. */
const longEnough = 4;
/** How far around a term words are told apart. */
const contextSize = 10;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Whether what was found only looks like the term: it begins or ends inside a longer word (现代|写作
 * holds 代写), or two clauses meet in it. This is a rule about words, so that no list of innocent
 * sentences is needed.
 */
export function isChance(normal: NormalText, from: number, to: number): boolean {
  if (isInsideLatin(normal, from, to)) return true;
  if (to - from + 1 >= longEnough) return false;
  if (meetsInClauses(normal, from, to) && !standsOut(normal, from, to)) return true;
  return isAllHan(normal, from, to) && !isWholeWords(normal, from, to);
}

function isInsideLatin({ codes, before }: NormalText, from: number, to: number): boolean {
  const joins = (one: number, other: number): boolean => (isLetter(one) && isLetter(other)) || (isDigit(one) && isDigit(other));
  const left = before[from] === between.nothing && joins(codes[from - 1] ?? 0, codes[from] ?? 0);
  const right = before[to + 1] === between.nothing && isLetter(codes[to] ?? 0) && joins(codes[to] ?? 0, codes[to + 1] ?? 0);
  return left || right;
}

/** Whether the term is written over the end of a clause, once: at every character it is no accident. */
function meetsInClauses({ before }: NormalText, from: number, to: number): boolean {
  let clauses = 0;
  for (let place = from + 1; place <= to; place += 1) if (before[place] === between.clause) clauses += 1;
  return clauses === 1;
}

function isAllHan({ codes }: NormalText, from: number, to: number): boolean {
  return codes.subarray(from, to + 1).every(isHan);
}

/** Nobody writes a clause of half a term: at its border the term was cut on purpose. */
function standsOut({ before, length }: NormalText, from: number, to: number): boolean {
  const begins = from === 0 || (before[from] ?? 0) >= between.seen;
  const ends = to + 1 === length || (before[to + 1] ?? 0) >= between.seen;
  return begins || ends;
}

function isWholeWords(normal: NormalText, from: number, to: number): boolean {
  const { text, start, end } = contextOf(normal, from, to);
  let startsWord = false;
  let endsWord = end === text.length;
  for (const { index } of words.segment(text)) {
    if (index === start) startsWord = true;
    if (index === end) endsWord = true;
    if (index >= end) break;
  }
  return startsWord && endsWord && !readsOn(text, start, end);
}

/** The term and what is around it, back to the clause's border, as plain Chinese: digit words stay words. */
export function contextOf(normal: NormalText, from: number, to: number): { text: string; start: number; end: number } {
  const { codes, before, length } = normal;
  let first = from;
  while (first > 0 && from - first < contextSize && before[first] !== between.clause) first -= 1;
  let text = '';
  let start = 0;
  let end = 0;
  for (let place = first; place < length && place <= to + contextSize; place += 1) {
    if (place > to && before[place] === between.clause) break;
    if (place > first && (before[place] ?? 0) >= between.seen) text += before[place] === between.clause ? '，' : ' ';
    if (place === from) start = text.length;
    text += String.fromCharCode(isDigit(codes[place] ?? 0) ? asWritten(normal, place) : (codes[place] ?? 0));
    if (place === to) end = text.length;
  }
  return { text, start, end };
}

function asWritten({ original, starts, codes }: NormalText, place: number): number {
  const written = original.charCodeAt(starts[place] ?? 0);
  return isHan(written) ? written : (codes[place] ?? 0);
}

/** For each character of a span, the size of the word that it stands in. */
export function wordsOf(text: string, start: number, size: number): number[] {
  const sizes: number[] = Array.from({ length: size }, () => 0);
  for (const { index, segment } of words.segment(text)) {
    for (let at = index; at < index + segment.length; at += 1) if (at >= start && at < start + size) sizes[at - start] = segment.length;
  }
  return sizes;
}

/** Whether the last of two characters begins a word with what follows: 低价钱 may be 低|价钱. */
function readsOn(text: string, start: number, end: number): boolean {
  if (end - start > 2 || end === text.length) return false;
  const [next] = words.segment(text.slice(end - 1, end + contextSize));
  return (next?.segment.length ?? 0) > 1;
}
