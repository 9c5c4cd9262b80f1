import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGraphemes, keepText } from './kept-text.js';

const kept = (raw: string, most = 500) => {
  const result = keepText(raw, most);
  return result.ok ? result.text : result.reason;
};

describe('a text', () => {
  test('is trimmed and composed', () => {
    expect(kept('  cafe\u0301 你好　')).toBe('café 你好');
  });

  test.each([
    ['zero-width space', 'a\u200Bb'],
    ['zero-width joiner between letters', 'a\u200Db'],
    ['right-to-left override', 'a\u202Eb'],
    ['bidi isolate', 'a\u2066\u2069b'],
    ['word joiner', 'a\u2060b'],
    ['byte order mark', 'a\uFEFFb'],
    ['tag letters', 'a\u{E0061}\u{E0062}b'],
    ['variation selector', 'a\uFE0Fb'],
    ['soft hyphen', 'a\u00ADb'],
    ['Hangul filler', 'a\u3164b'],
    ['control character', 'a\u0007\u001Bb'],
  ])('loses a %s', (_name, raw) => {
    expect(kept(raw)).toBe('ab');
  });

  test.each(['👨‍👩‍👧‍👦', '❤️', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '🇨🇳', '👍🏽'])('keeps %s whole, and counts it once', (emoji) => {
    expect(kept(emoji)).toBe(emoji);
    expect(countGraphemes(emoji, 10)).toBe(1);
  });

  test('keeps the form selectors of Mongolian words and nowhere else', () => {
    expect(kept('ᠮᠣᠩ\u180Bᠭ')).toBe('ᠮᠣᠩ\u180Bᠭ');
    expect(kept('a\u180Bb')).toBe('ab');
  });

  test('keeps at most one empty line between lines', () => {
    expect(kept('a\r\n \n\n\u2028b\tc')).toBe('a\n\nb c');
  });

  test('gets a replacement character for half a surrogate pair', () => {
    expect(kept('a\uD83D')).toBe('a\uFFFD');
  });

  test.each(['', '  \n ', '\u200B\u2060', '\u2800\u3164'])('of nothing visible is empty (%j)', (raw) => {
    expect(kept(raw)).toBe('empty');
  });

  test('may be as long as allowed and not one grapheme longer', () => {
    expect(kept('👨‍👩‍👧‍👦'.repeat(500))).toBe('👨‍👩‍👧‍👦'.repeat(500));
    expect(kept('科'.repeat(501))).toBe('too-long');
  });

  test('does not become a tower of marks', () => {
    expect(kept(`a${'\u0335'.repeat(200)}`)).toBe(`a${'\u0335'.repeat(6)}`);
  });
});

/** Bidi controls, zero-width characters, selectors, tags and control characters, line breaks apart. */
const hidden = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe0fff],
] as const;
const isHidden = (point: number): boolean => hidden.some(([from, to]) => from <= point && point <= to);

const pieces = [
  '\u200D',
  '\u200B',
  '\u202E',
  '\uFE0F',
  '\u{1F468}',
  '\u{1F3F4}',
  '\u{E0067}',
  '\u{E007F}',
  '🇨',
  '\u0301',
  'e',
  '\n',
  ' ',
  '\uD800',
  '1',
  '3',
  '8',
  '1380013',
  '8000',
  '-',
  '@',
  'a.cn',
  'x',
  '\u180B',
  'ᠮ',
  '科',
  '\u0000',
  '1️⃣',
  '.',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
);

describe('whatever is typed,', () => {
  test('keeping it twice is keeping it once', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const once = keepText(raw, 500);
        expect(once.ok ? kept(once.text) : once.reason).toBe(kept(raw));
      }),
      { numRuns: 3000 },
    );
  });

  test('nothing hidden is left outside emoji and Mongolian words', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const rest = kept(raw)
          .replace(/\p{RGI_Emoji}/gv, 'E')
          .replace(/(?<=[\u1820-\u18AA])[\u180B-\u180F]/gu, '');
        expect(Array.from(rest, (one) => one.codePointAt(0) ?? 0).filter(isHidden)).toEqual([]);
        expect(rest).not.toContain('\n\n\n');
        expect(rest.isWellFormed()).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('judging it takes no more than a moment', () => {
    const started = performance.now();
    for (const unit of ['a', '1', '.', '@', '👨‍', '\u0301', '138-', ' \n', '🏴', '（0315']) keepText(unit.repeat(8000 / unit.length), 500);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
