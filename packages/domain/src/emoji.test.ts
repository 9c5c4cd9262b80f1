import { expect, test } from 'vitest';
import { isEmojiOnly } from './emoji.js';

test.each(['👍', '👍🏽👏', '❤️', '❤', '👨‍👩‍👧‍👦', '🇨🇳 🚀', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🔬\n🔭', '🤷🏼‍♀️', '⭐'])('%j is emoji only', (text) => {
  expect(isEmojiOnly(text)).toBe(true);
});

test.each(['', '  ', '好', '👍好', '👍a', '666', '#', '*', '©', '™', '㊙', '👍!', '…', '🇨', '👍\u0301', '⠿', 'ⓐ', '🅰b'])(
  '%j is not emoji only',
  (text) => {
    expect(isEmojiOnly(text)).toBe(false);
  },
);
