import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikeAmong } from './alike-names.rules.js';

const registry = ['广西自然博物馆', '广西科技馆', '广西科普传播中心', '南宁市科学技术协会', '桂林市科学技术协会'].map((name) => ({ name }));
const alike = (name: string) => alikeAmong(registry)(name).map((one) => one.name);

describe('names that are alike', () => {
  test.each([
    ['广西自然博物馆', ['广西自然博物馆']],
    ['广西自然科学博物馆', ['广西自然博物馆']],
    ['广西壮族自治区自然博物馆', ['广西自然博物馆']],
    ['南宁市科协', ['南宁市科学技术协会']],
    ['南宁市科学技术协会办公室', ['南宁市科学技术协会', '桂林市科学技术协会']],
    ['广西科学教育中心', []],
    ['馆', []],
    ['', []],
  ])('%s: %j', (name, expected) => expect(alike(name)).toEqual(expected));

  test('are found from either side', () => {
    const words = fc.array(fc.constantFrom('广西', '南宁市', '科学', '技术', '协会', '自然', '馆'), { minLength: 1, maxLength: 6 });
    const name = words.map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(alikeAmong([{ name: one }])(other).length).toBe(alikeAmong([{ name: other }])(one).length);
      }),
    );
  });
});
