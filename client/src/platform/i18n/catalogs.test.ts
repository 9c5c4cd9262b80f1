import { expect, test } from 'vitest';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

/** Controls that name the other language in its own words. */
const languageKeys = ['language.switch', 'language.short', 'language.code'];

const english: Record<string, string> = en;
const holesIn = (sentence = ''): string[] => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();
const withoutHoles = (sentence: string): string => sentence.replaceAll(/\{\{\w+\}\}/g, '');
const monolingual = (catalog: Record<string, string>): string[] =>
  Object.entries(catalog).flatMap(([key, words]) => (languageKeys.includes(key) ? [] : [words]));

test('a sentence has the same holes in every language', () => {
  const differing = Object.entries(zhCN).filter(([key, chinese]) => holesIn(chinese).join() !== holesIn(english[key]).join());
  expect(differing).toEqual([]);
});

test('no sentence of ours shouts, and none is empty', () => {
  expect([...Object.values(zhCN), ...Object.values(english)].filter((words) => words === '' || /[!！]/.test(words))).toEqual([]);
});

test('Chinese and English are never mixed in one line', () => {
  expect(monolingual(zhCN).filter((words) => /[A-Za-z]{2,}/.test(withoutHoles(words)))).toEqual([]);
  expect(monolingual(english).filter((words) => /\p{Script=Han}/u.test(words))).toEqual([]);
});
