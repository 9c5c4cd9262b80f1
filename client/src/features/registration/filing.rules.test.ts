import { blockWords, modeWords, tagWords } from '@yunhui/domain';
import { expect, test } from 'vitest';
import { words } from '../../platform/i18n/zh-cn/filing.js';
import { isBlank, mayFile } from './filing.rules.js';

test('a sheet calls a choice what the form calls it', () => {
  const said = (kind: string, choices: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(choices).map((choice) => [choice, (words as Record<string, string>)[`filing.${kind}.${choice}`]]));
  expect(said('mode', modeWords)).toEqual(modeWords);
  expect(said('block', blockWords)).toEqual(blockWords);
  expect(said('tag', tagWords)).toEqual(tagWords);
});

test('what is not filled in is told apart from what is wrong', () =>
  expect(['title.missing', 'unit.unknown', 'deadline.passed'].map((code) => isBlank({ code }))).toEqual([true, false, false]));

test('a host files, a moderator does not', () => {
  expect(mayFile([{ role: 'host', region: '450000' }])).toBe(true);
  expect(mayFile([{ role: 'moderator', region: 'CN' }])).toBe(false);
});
