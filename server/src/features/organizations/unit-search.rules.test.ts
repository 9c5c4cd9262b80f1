import { describe, expect, test } from 'vitest';
import { readText } from '../../platform/reading/index.js';
import { bestName } from './unit-search.rules.js';

const association = ['广西壮族自治区科学技术协会', '广西科协'].map((words) => ({ words, readable: readText(words) }));
const found = (typed: string) => bestName(association, typed)?.words;

describe('a unit is found', () => {
  test.each([
    ['广西壮族自治区科学技术协会', '广西壮族自治区科学技术协会'],
    ['科学技术', '广西壮族自治区科学技术协会'],
    ['guangxizhuangzu', '广西壮族自治区科学技术协会'],
    ['gxzzzzq', '广西壮族自治区科学技术协会'],
    ['gx科协', '广西科协'],
    ['gxkx', '广西科协'],
    ['guang’xi’ke’xie', '广西科协'],
    ['广西 协会', '广西壮族自治区科学技术协会'],
  ])('by %s as %s', (typed, words) => {
    expect(found(typed)).toBe(words);
  });

  test.each(['广东', 'gdkx', '广西 博物馆', '。', ''])('not by %j', (typed) => {
    expect(found(typed)).toBeUndefined();
  });
});

test('in one piece better than word by word', () => {
  const quality = (typed: string) => bestName(association, typed)?.quality ?? 0;
  expect(quality('科学技术协会')).toBeGreaterThan(quality('技术 科学'));
});
