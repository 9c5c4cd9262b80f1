import { expect, test } from 'vitest';
import { translator } from './translate.js';

const chinese = { hello: '你好，{{name}}', places_other: '{{count}} 地', only: '只有中文' };
const english = { hello: 'Hello {{name}}', places_one: '{{count}} place', places_other: '{{count}} places' };

test('a sentence is found in the language spoken, and its holes are filled as they are', () => {
  const t = translator('en', [english, chinese]);
  expect(t('hello', { name: '<b>$& {{count}}' })).toBe('Hello <b>$& {{count}}');
  expect(t('only')).toBe('只有中文');
});

test('one is counted apart where the language does', () => {
  const t = translator('en', [english, chinese]);
  expect([0, 1, 2].map((count) => t('places', { count }))).toEqual(['0 places', '1 place', '2 places']);
  expect(translator('zh-CN', [chinese])('places', { count: 1 })).toBe('1 地');
});

test('a key that nobody has is said by its default, else by itself', () => {
  const t = translator('zh-CN', [chinese]);
  expect(t('error.new-one', { defaultValue: '出了点问题' })).toBe('出了点问题');
  expect(t('error.new-one')).toBe('error.new-one');
});
