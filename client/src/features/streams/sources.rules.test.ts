import type { StreamLink } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { sourceNumber } from './sources.rules.js';

const aLink = (id: string, rank: number, health: StreamLink['health'] = 'ok'): StreamLink => ({
  id,
  rank,
  kind: 'hls-live',
  url: `/${id}`,
  health,
});

test('a source has its number by rank, in whatever order they are tried, and two of one rank have two numbers', () => {
  const main = aLink('main', 1, 'down');
  const [one, other] = [aLink('a', 2), aLink('b', 2)];
  const asTried = [other, one, main];
  expect([main, one, other].map((link) => sourceNumber(asTried, link))).toEqual([1, 2, 3]);
});
