import { expect, test } from 'vitest';
import { areas } from './areas.js';
import { words as chineseShell } from './zh-cn/shell.js';

/** Controls that name the other language in its own words. */
const languageKeys = ['language.switch', 'language.short', 'language.code', 'language.other'];

type Catalog = Readonly<Record<string, string>>;

async function whole(load: Readonly<Record<string, () => Promise<{ words: Catalog }>>>): Promise<Catalog[]> {
  return Promise.all(Object.values(load).map(async (area) => (await area()).words));
}

const chineseAreas: Catalog[] = [chineseShell, ...(await whole(areas['zh-CN']))];
const zhCN: Catalog = Object.assign({}, ...chineseAreas) as Catalog;
const english: Catalog = Object.assign({}, ...(await whole(areas.en))) as Catalog;

const holesIn = (sentence = ''): string[] => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();
const withoutHoles = (sentence: string): string => sentence.replaceAll(/\{\{\w+\}\}/g, '');
const monolingual = (catalog: Catalog): string[] =>
  Object.entries(catalog).flatMap(([key, words]) => (languageKeys.includes(key) ? [] : [words]));

test('a sentence has the same holes in every language', () => {
  const differing = Object.entries(zhCN).filter(([key, chinese]) => holesIn(chinese).join() !== holesIn(english[key]).join());
  expect(differing).toEqual([]);
});

test('a key stands in one area only', () => {
  const keys = chineseAreas.flatMap((area) => Object.keys(area));
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});

test('no sentence of ours shouts, and none is empty', () => {
  expect([...Object.values(zhCN), ...Object.values(english)].filter((words) => words === '' || /[!！]/.test(words))).toEqual([]);
});

test('Chinese and English are never mixed in one line', () => {
  expect(monolingual(zhCN).filter((words) => /[A-Za-z]{2,}/.test(withoutHoles(words)))).toEqual([]);
  expect(monolingual(english).filter((words) => /\p{Script=Han}/u.test(words))).toEqual([]);
});
