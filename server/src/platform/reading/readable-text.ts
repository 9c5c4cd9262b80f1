import { pinyin } from 'pinyin-pro';
import { fold, type ReadableText } from './folded-text.rules.js';

const isHan = /\p{Script=Han}/u;

/** Reads a text aloud, polyphones by their words: 重庆 is chongqing. ü is typed v. */
export function readText(original: string): ReadableText {
  const text = fold(original);
  if (!isHan.test(text)) return { text, readings: [], heads: text };
  const readings: (string | undefined)[] = Array.from({ length: text.length });
  const spoken = pinyin(text, { toneType: 'none', type: 'array', v: true });
  let at = 0;
  for (const [index, character] of [...text].entries()) {
    if (isHan.test(character)) readings[at] = readingOf(spoken[index]);
    at += character.length;
  }
  const heads = Array.from({ length: text.length }, (_, place) => readings[place]?.charAt(0) ?? text.charAt(place)).join('');
  return { text, readings, heads };
}

/** A character that has no reading is given back as it is. */
function readingOf(spoken = ''): string | undefined {
  return /^[a-z]+$/.test(spoken) ? spoken : undefined;
}
