import { graphemesOf } from './graphemes.js';

/** Pictures that are letters or signs of writing: one could spell with them, or claim a right. */
const signs = /^[\u00A9\u00AE\u203C\u2049\u2122\u2139\u24C2\u3030\u303D\u3297\u3299]/u;
/** A picture with what may follow it in one grapheme: skin, presentation, joined pictures, the tags of a flag. */
const picture = /^\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic}|[\u{E0020}-\u{E007F}])*$/u;
const flag = /^\p{Regional_Indicator}{2}$/u;
const keycap = /^[0-9#*]\uFE0F?\u20E3$/u;

const isEmoji = (grapheme: string): boolean =>
  (picture.test(grapheme) && !signs.test(grapheme)) || flag.test(grapheme) || keycap.test(grapheme);

/** Whether a text has emoji and, but for blanks, nothing else: a digit, a letter or a mark is a word. */
export function isEmojiOnly(text: string): boolean {
  let emoji = 0;
  for (const grapheme of graphemesOf(text)) {
    if (grapheme.trim() === '') continue;
    if (!isEmoji(grapheme)) return false;
    emoji += 1;
  }
  return emoji > 0;
}
