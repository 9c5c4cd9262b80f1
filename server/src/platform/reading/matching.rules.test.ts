import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from './readable-text.js';
import { matchIn, pieceOf, termsOf } from './matching.rules.js';

const marked = (title: string, query: string) => {
  const match = matchIn(readText(title), pieceOf(query));
  return match && title.slice(match.from, match.to);
};

describe('a title is found', () => {
  test.each([
    ['广西频道', '广西', '广西'],
    ['贵州频道', 'guizhou', '贵州'],
    ['贵州频道', 'gzpd', '贵州频道'],
    ['贵州频道', 'gui zhou', '贵州'],
    ['贵州频道', 'guizhoup', '贵州频'],
    ['广西课堂', 'gx课堂', '广西课堂'],
    ['广西课堂', 'gxketang', '广西课堂'],
    ['广西课堂', 'guangxi课', '广西课'],
    ['重庆频道', 'chongqing', '重庆'],
    ['绿色生活', 'lvse', '绿色'],
    ['上海频道', 'shh', '上海'],
    ['“数字”课堂', '数字课堂', '数字”课堂'],
    ['ＶＲ 看展', 'vr看展', 'ＶＲ 看展'],
    ['Guangxi channel', 'GUANGXI', 'Guangxi'],
    ['😀科普', '科普', '科普'],
  ])('%s by %s: %s', (title, query, expected) => {
    expect(marked(title, query)).toBe(expected);
  });

  test.each([
    ['贵州频道', '广西'],
    ['贵州频道', 'zhougui'],
    ['Guangxi channel', 'angxi'],
    ['西安', 'xianx'],
    ['广西', '广西频道'],
  ])('%s not by %s', (title, query) => {
    expect(marked(title, query)).toBeUndefined();
  });

  test('by any stretch of itself, at the place where it stands or before', () => {
    const han = fc
      .array(fc.constantFrom('广', '西', '贵', '州', '重', '庆', '科', '普', '课', '堂', '看', '展'), { minLength: 1, maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(han, fc.nat(), fc.nat(), (title, from, length) => {
        const start = from % title.length;
        const query = title.slice(start, start + 1 + (length % (title.length - start)));
        expect(marked(title, query)).toBe(query);
      }),
    );
  });
});

test('better is what begins the text, fills it, and says more than initials', () => {
  const quality = (title: string, query: string) => matchIn(readText(title), query)?.quality ?? 0;
  expect(quality('广西频道', '广西')).toBeGreaterThan(quality('新广西频道', '广西'));
  expect(quality('广西', '广西')).toBeGreaterThan(quality('广西频道', '广西'));
  expect(quality('广西频道', 'guangxi')).toBeGreaterThan(quality('广西频道', 'gx'));
});

test.each([
  ['gx课堂', ['gx', '课堂']],
  ['  桂林 2023 VR！ ', ['桂林', '2023', 'vr']],
  ['😀🎉', []],
  ['%_\\', []],
])('the terms of %s', (query, expected) => {
  expect(termsOf(query)).toEqual(expected);
});

test('no query takes long, whatever it is', () => {
  const title = readText('西安安阳恩恩阿阿哦哦一一二二呃呃'.repeat(6));
  fc.assert(
    fc.property(fc.array(fc.constantFrom('x', 'i', 'a', 'n', 'e', 'o', 'g', 'y', 'r'), { maxLength: 100 }), (letters) => {
      const began = performance.now();
      matchIn(title, letters.join(''));
      expect(performance.now() - began).toBeLessThan(50);
    }),
  );
});
