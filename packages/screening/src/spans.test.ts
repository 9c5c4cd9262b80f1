import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinedSpans, maskSpans, spanAfter } from './spans.js';

describe('a text with parts masked', () => {
  const text = 'call 12345 or 67890 now';
  const masks = joinedSpans([
    { start: 5, end: 8 },
    { start: 7, end: 10 },
    { start: 14, end: 19 },
  ]);

  test('has what overlaps masked as one', () => {
    expect(maskSpans(text, masks)).toBe('call *** or *** now');
  });

  test.each([
    ['call', { start: 0, end: 4 }],
    ['***', { start: 6, end: 9 }],
    [' or ', { start: 10, end: 14 }],
    ['*** or ***', { start: 5, end: 19 }],
    ['now', { start: 20, end: 23 }],
  ])('shows %j where the finding was', (shown, span) => {
    const { start, end } = spanAfter(span, masks);
    expect(maskSpans(text, masks).slice(start, end)).toBe(shown);
  });

  test('keeps every place within it, whatever is masked', () => {
    const place = fc.integer({ min: 0, max: 40 });
    const span = fc.tuple(place, place).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), span, (spans, wanted) => {
        const joined = joinedSpans(spans.toSorted((a, b) => a.start - b.start || b.end - a.end));
        const { start, end } = spanAfter(wanted, joined);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(maskSpans('x'.repeat(41), joined).length);
      }),
    );
  });
});
