import { graphemesOf } from './graphemes.js';

/** What is kept of a text that somebody typed, or why nothing is. */
export type KeptText = { ok: true; text: string } | { ok: false; reason: 'empty' | 'too-long' };

/** Characters as people count them, up to one more than `most`: a family emoji is one, 葛 with a selector is one. */
export function countGraphemes(text: string, most: number): number {
  if (text.length <= 1) return text.length;
  let count = 0;
  for (const _ of graphemesOf(text)) {
    count += 1;
    if (count > most) break;
  }
  return count;
}

/**
 * What changes a line without being seen: bidi and zero-width characters, tags, selectors, fillers
 * and blank braille. Whole emoji keep theirs, and Mongolian words their form selectors, because
 * they read differently without.
 */
const seenOrHidden =
  /(?<emoji>(?=\p{Emoji})\p{RGI_Emoji})|(?<=[\u1820-\u18AA])(?<form>[\u180B-\u180F])|[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]|[\p{Cc}--\n]/gv;

/** Most texts have nothing to hide; looking for whole emoji costs ten times this. */
const mayHide = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]|[\p{Cc}--\n]/v;

const visible = (text: string): string =>
  mayHide.test(text) ? text.replace(seenOrHidden, (_hidden, emoji?: string, form?: string) => emoji ?? form ?? '') : text;

/** A text in NFC with lone surrogates replaced, nothing hidden in it, and no towers of marks. */
export function cleanText(raw: string): string {
  const oneLineBreak = raw
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', ' ');
  return visible(oneLineBreak)
    .normalize('NFC')
    .replace(/(\p{M}{6})\p{M}+/gu, '$1');
}

/**
 * A message's text as it is kept and shown to everybody, its author included. Keeping what was kept
 * changes nothing, so that a retry and a copied line look the same.
 */
export function keepText(raw: string, maxGraphemes: number): KeptText {
  const text = cleanText(raw)
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text === '') return { ok: false, reason: 'empty' };
  if (text.length > maxGraphemes && countGraphemes(text, maxGraphemes) > maxGraphemes) return { ok: false, reason: 'too-long' };
  return { ok: true, text };
}
