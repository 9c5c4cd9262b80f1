import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText, wrapLines } from './poster.rules.js';

/** Chinese is one wide, anything else half: near enough to a font to be broken like one. */
const measure = (text: string): number => [...text].reduce((sum, one) => sum + (/[ -~]/.test(one) ? 0.5 : 1), 0);

describe('a title on a poster', () => {
  test('is broken after a character in Chinese and after a word elsewhere', () => {
    expect(wrapLines('在中国天眼下听见一颗脉冲星', 6, measure)).toEqual(['在中国天眼下', '听见一颗脉冲', '星']);
    expect(wrapLines('Hear a pulsar below the telescope', 8, measure)).toEqual(['Hear a pulsar', 'below the', 'telescope']);
    expect(wrapLines('用 FAST 听脉冲星', 5, measure)).toEqual(['用 FAST 听', '脉冲星']);
  });

  test('never begins a line with a closing mark nor ends one with an opening', () => {
    expect(wrapLines('聚变离我们有多远？（上）', 8, measure)).toEqual(['聚变离我们有多', '远？（上）']);
  });

  test('keeps an emoji of several parts whole', () => {
    expect(wrapLines('👩‍🔬👩‍🔬👩‍🔬', 5, measure).join('')).toBe('👩‍🔬👩‍🔬👩‍🔬');
    expect(wrapLines('👩‍🔬👩‍🔬👩‍🔬', 5, measure).every((line) => !line.startsWith('‍'))).toBe(true);
  });

  test('loses nothing and is never wider than its box, whatever it says', () => {
    const characters = fc.constantFrom(
      '天',
      '眼',
      '星',
      '，',
      '。',
      '：',
      '（',
      '）',
      '《',
      '》',
      '“',
      '”',
      'a',
      'Z',
      '9',
      ' ',
      '!',
      '-',
      '🔭',
      'é',
    );
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 200 }), (parts) => {
        const text = parts.join('');
        const lines = wrapLines(text, 7, measure);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(7);
      }),
    );
  });

  test('of 200 characters is written smaller, and fits', () => {
    const fitted = fitText('星'.repeat(200), { width: 936, height: 380 }, [72, 56, 44, 32], (size) => (text) => measure(text) * size);
    expect(fitted.size).toBe(32);
    expect(fitted.lines.join('')).toHaveLength(200);
    expect(fitted.lines.length * fitted.lineHeight).toBeLessThanOrEqual(380);
  });

  test('that is too long for its box says that it goes on', () => {
    const fitted = fitText('星'.repeat(300), { width: 400, height: 100 }, [40, 32], (size) => (text) => measure(text) * size);
    expect(fitted.lines).toHaveLength(2);
    expect(fitted.lines.at(-1)).toMatch(/星…$/);
  });
});
