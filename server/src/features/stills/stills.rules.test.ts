import { freshStillMs } from '@yunhui/domain';
import { expect, test } from 'vitest';
import { byChannel, type KeptStill } from './stills.rules.js';

const now = 10_000_000;
const aStill = (changed: Partial<KeptStill> = {}): KeptStill => ({
  id: 'a',
  at: now - 1_000,
  link: 'tide-1',
  channel: 'tide',
  region: 'CN',
  rank: 1,
  type: 'image/webp',
  ...changed,
});

test('of the stills that are kept a channel has its fresh ones, the best link’s first', () => {
  const [second, stale, other] = [aStill({ id: 'b', rank: 2 }), aStill({ id: 'c', at: now - freshStillMs }), aStill({ channel: 'x' })];
  const found = byChannel([second, stale, other, aStill()], now);
  expect(found.get('tide')?.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(found.get('x')).toEqual([other]);
});
