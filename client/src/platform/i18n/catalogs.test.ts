import { expect, test } from 'vitest';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

const holesIn = (sentence: string): string[] => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();
const catalogs: Record<string, Record<string, string>> = { zhCN, en };

test('a sentence has the same holes in every language', () => {
  for (const [key, chinese] of Object.entries(zhCN)) expect([key, holesIn(catalogs['en']?.[key] ?? '')]).toEqual([key, holesIn(chinese)]);
});

test('no sentence of ours shouts, and none is empty', () => {
  for (const words of Object.values(catalogs).flatMap((catalog) => Object.values(catalog))) expect(words).toMatch(/^[^!！]+$/);
});

test('Chinese and English are never mixed in one line, names of the product and its controls aside', () => {
  const aside = new Set(['language.switch', 'language.short', 'language.code']);
  for (const [key, words] of Object.entries(zhCN))
    if (!aside.has(key)) expect(words.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/[A-Za-z]{2,}/);
  for (const [key, words] of Object.entries<string>(en)) if (!aside.has(key)) expect(words).not.toMatch(/\p{Script=Han}/u);
});
