import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonal, maskPersonal } from './personal.js';

describe('what would find a person is masked:', () => {
  test.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 13800138000',
    '008613800138000',
    '１３８００１３８０００',
    '11010519491231002X',
    '110105194912310021',
    'someone.else@example.com',
    'a＠example.cn',
    '010-12345678',
    '（0315）1234567',
    '(+86) 138 0013 8000',
    '1.3.8.0.0.1.3.8.0.0.0',
    '一三八零零一三八零零零',
    '①③⑧⓪⓪①③⑧⓪⓪⓪',
    '伊叁捌林灵幺散爸零〇凌',
    'l38OOl38OOO',
    '110105 19491231 002X',
    'someone at example dot com',
    'someone(at)example(dot)com',
    'some。one＠example。com',
  ])('%s', (secret) => {
    expect(maskPersonal(`联系我：${secret}，谢谢`)).toEqual({ text: '联系我：***，谢谢', masked: true });
  });

  test.each([
    '2023-09-17 10:00',
    '圆周率 3.14159265358',
    '3.141592653589793238462643383279',
    '1 3 5 7 9 11 13 15 17',
    '299792458',
    '@科普',
    '6.02214076e23',
    '12345678901234567890123',
    '192.168.126.74',
    'look at nasa.gov',
    'Fe3O4@SiO2。第二种',
    '一九九零年代，二十世纪',
    '110105 19491231 0021',
  ])('not %s', (text) => {
    expect(maskPersonal(text)).toEqual({ text, masked: false });
  });
});

describe('findings', () => {
  test('say what was found and whether it was hidden from programs', () => {
    expect(findPersonal('打 13800138000 或 一三八零零一三八零零零')).toEqual([
      { kind: 'phone', start: 2, end: 13, isDisguised: false },
      { kind: 'phone', start: 16, end: 27, isDisguised: true },
    ]);
  });

  test('never overlap, whatever is typed, and masking twice is masking once', () => {
    const pieces = [
      '1',
      '38',
      '0013',
      '8000',
      '13800138000',
      '一',
      '零',
      '酒',
      '-',
      ' ',
      '.',
      '+86',
      '@',
      'a.cn',
      ' at ',
      '(1)',
      '①',
      'X',
      '*',
      '。',
    ];
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const found = findPersonal(text);
        for (const [index, { start, end }] of found.entries()) {
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const once = maskPersonal(text).text;
        expect(maskPersonal(once).text).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
