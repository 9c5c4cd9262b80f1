import { pinyin } from 'pinyin-pro';

/**
 * A text as it is searched: folded to lower case and half width, unit by unit, so that a place in it is a place in
 * the original; and of each Chinese character its reading in this text. `heads` has at each place what a query may
 * begin with instead of the character.
 */
export type ReadableText = { text: string; readings: readonly (string | undefined)[]; heads: string };

const isHan = /\p{Script=Han}/u;

/** Lower case and half width where that is one unit for one. */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text.charAt(at);
    const lower = half.toLowerCase();
    folded += lower.length === 1 ? lower : half;
  }
  return folded;
}

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
