import { fold, type ReadableText } from './folded-text.rules.js';

/** Where a query stands in a text, [from, to), and how good that is: 0 to 1. */
export type Match = { from: number; to: number; quality: number };

/** What may stand between two characters of a title and is not typed. */
const silent = /[\s\p{P}\p{S}]/u;
const initials = ['zh', 'ch', 'sh'] as const;

/** The parts of a query that may stand apart: words, and within them Chinese and Latin stretches. */
export function termsOf(query: string): string[] {
  return fold(query).match(/[a-z]+|\d+|\p{Script=Han}+/gu) ?? [];
}

/** The query in one piece, without what is not typed. */
export function pieceOf(query: string): string {
  return termsOf(query).join('');
}

/**
 * The best place of a query in a text. Each character may be typed as itself, as its reading, as the reading's
 * initial, and the last one as the beginning of its reading: `gxketang`, `gx课堂`, `guangxi ke`. Better is what
 * begins the text, fills it, and says more than initials.
 */
export function matchIn(field: ReadableText, query: string): Match | undefined {
  if (query === '') return undefined;
  const { text, heads } = field;
  const first = query.charAt(0);
  const begins = first < '\u0080' ? heads : text; // a Chinese character is only itself
  let best: Match | undefined;
  for (let from = begins.indexOf(first); from >= 0; from = begins.indexOf(first, from + 1)) {
    if (from > 0 && isWithinWord(text, from)) continue;
    const to = endOf(field, from, query, 0);
    if (to === undefined) continue;
    const quality = qualityOf(field, query, from, to);
    if (!best || quality > best.quality) best = { from, to, quality };
  }
  return best;
}

/** A Latin word is found by its beginning, or "ar" would find every "star". */
function isWithinWord(text: string, at: number): boolean {
  return /[a-z]/.test(text.charAt(at)) && /[a-z]/.test(text.charAt(at - 1));
}

/** Where the query ends when `query` from `typed` on is read at `at`; nothing when it does not stand there. */
function endOf(field: ReadableText, at: number, query: string, typed: number): number | undefined {
  if (typed === query.length) return at;
  if (at >= field.text.length) return undefined;
  for (const step of stepsAt(field, at, query, typed)) {
    const end = endOf(field, at + 1, query, typed + step);
    if (end !== undefined) return end;
  }
  return typed > 0 && silent.test(field.text.charAt(at)) ? endOf(field, at + 1, query, typed) : undefined;
}

/** How many units of the query the character at `at` may take, the most first. */
function stepsAt({ text, readings }: ReadableText, at: number, query: string, typed: number): number[] {
  const reading = readings[at];
  const steps: number[] = [];
  if (reading !== undefined) {
    const left = query.length - typed;
    if (query.startsWith(reading, typed)) steps.push(reading.length);
    else if (left < reading.length && reading.startsWith(query.slice(typed))) steps.push(left);
    const initial = initials.find((pair) => reading.startsWith(pair) && query.startsWith(pair, typed));
    if (initial) steps.push(initial.length);
    if (reading.charCodeAt(0) === query.charCodeAt(typed)) steps.push(1);
  }
  if (text.charCodeAt(at) === query.charCodeAt(typed)) steps.push(1);
  return [...new Set(steps)];
}

function qualityOf({ text, readings }: ReadableText, query: string, from: number, to: number): number {
  let most = 0;
  for (let at = from; at < to; at++)
    most += readings[at] !== undefined && !text.startsWith(query.charAt(0), at) ? (readings[at]?.length ?? 1) : 1;
  const said = Math.min(1, query.length / Math.max(1, most));
  const quality = 0.4 + 0.2 * Number(from === 0) + 0.2 * ((to - from) / text.length) + 0.2 * said;
  return Math.round(quality * 20) / 20; // a letter more or less is no reason to come first
}
