import type { LobbyChannel } from '@yunhui/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipText, jsonBytes } from './clip.js';
import { fitTile, tileMaxBytes } from './lobby-tile.js';

/** A tile with the longest of everything that is not a text. */
const theLongest = (text: string): LobbyChannel => ({
  slug: 'c'.repeat(64),
  title: text,
  titleEn: text,
  region: '4'.repeat(32),
  host: text,
  state: 'interrupted',
  late: true,
  session: { id: '01a'.repeat(16), title: text, form: text, start: 9_999_999_999_999, end: 9_999_999_999_999 },
  viewers: 100_000_000,
  roundTheClock: true,
  sample: true,
});

describe('a tile', () => {
  test.each([
    ['200 Chinese characters', '科'.repeat(200)],
    ['200 emoji of a family', '👨‍👩‍👧‍👦'.repeat(200)],
    ['quotes, which JSON doubles', '"'.repeat(200)],
    ['control characters, which JSON makes six of', '\u0001'.repeat(200)],
    ['one letter under 400 accents', `e${'\u0301'.repeat(400)}`],
    ['lone surrogates', '\ud83d'.repeat(200)],
  ])('fits with titles of %s', (_, text) => {
    expect(new TextEncoder().encode(JSON.stringify(fitTile(theLongest(text)))).length).toBeLessThanOrEqual(tileMaxBytes);
  });

  test('fits whatever the texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(jsonBytes(fitTile(theLongest(text)))).toBeLessThanOrEqual(tileMaxBytes);
      }),
    );
  });

  test('that fits is not touched', () => {
    const tile: LobbyChannel = {
      slug: 'guangxi',
      title: '广西频道',
      titleEn: 'Guangxi channel',
      region: '450000',
      state: 'scheduled',
      viewers: 0,
    };
    expect(fitTile(tile)).toEqual(tile);
  });
});

describe('a clipped text', () => {
  test('ends in an ellipsis, between graphemes', () => {
    expect(clipText('科普日👨‍👩‍👧‍👦万岁', 12)).toBe('科普日…');
  });

  test('keeps what fits exactly', () => {
    expect(clipText('科普日', 9)).toBe('科普日');
  });

  test('never breaks a grapheme, and never exceeds its bytes', () => {
    const segments = (text: string) => [...new Intl.Segmenter('zh').segment(text)].map(({ segment }) => segment);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 60 }), (text, maxBytes) => {
        const clipped = clipText(text, maxBytes);
        if (clipped === text) return;
        const kept = clipped.slice(0, -1);
        expect(jsonBytes(clipped) - 2).toBeLessThanOrEqual(maxBytes);
        expect(segments(text).join('').startsWith(kept)).toBe(true);
        expect(segments(kept)).toEqual(segments(text).slice(0, segments(kept).length));
      }),
    );
  });
});

test('JSON bytes are those of UTF-8', () => {
  const utf8 = (text: string) => new TextEncoder().encode(JSON.stringify(text)).length;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(jsonBytes(text)).toBe(utf8(text));
    }),
  );
});
