import { describe, expect, test } from 'vitest';
import { postsOf, spokenFrom } from './hashtags.rules.js';

const paths: Record<string, string[]> = {
  CN: ['CN'],
  '450000': ['450000', 'CN'],
  '450100': ['450100', '450000', 'CN'],
  '510000': ['510000', 'CN'],
  XPCC: ['XPCC', 'CN'],
};
const pathOf = (region: string) => paths[region] ?? [region];
const tally = new Map([
  ['', 9],
  ['CN', 8],
  ['510000', 3],
  ['450000', 2],
  ['450100', 2],
  ['XPCC', 3],
]);

describe('where people speak', () => {
  test('is counted by province-level unit, most posts first and equals in one order', () => {
    expect(spokenFrom(tally, pathOf)).toEqual([
      { region: '450000', posts: 4 },
      { region: '510000', posts: 3 },
      { region: 'XPCC', posts: 3 },
    ]);
  });

  test('says nothing of those who do not say it, whose posts count all the same', () => {
    expect(postsOf(tally)).toBe(27);
    expect(spokenFrom(new Map([['', 5]]), pathOf)).toEqual([]);
  });
});
