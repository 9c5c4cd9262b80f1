import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf } from './marked.rules.js';

const found = (start: number, end: number) => ({ rule: 'r', category: 'c', level: 1, action: 'hold', start, end }) as never;

describe('a text with findings', () => {
  test('is marked where they lie', () => {
    expect(partsOf({ text: '加我微信领资料', findings: [found(2, 4)] })).toEqual([
      { text: '加我', found: false },
      { text: '微信', found: true },
      { text: '领资料', found: false },
    ]);
  });

  test('is whole without any', () => {
    expect(partsOf({ text: '你好', findings: [] })).toEqual([{ text: '你好', found: false }]);
  });

  test('is never shown otherwise than it is, wherever they lie', () => {
    const ranges = fc.array(fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 })));
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), ranges, (text, places) => {
        const parts = partsOf({ text, findings: places.map(([start, end]) => found(start, end)) });
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});
