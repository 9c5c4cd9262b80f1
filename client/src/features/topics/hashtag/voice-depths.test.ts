import { expect, test } from 'vitest';
import { provinces } from '../../../ui/element/elements.js';
import { voicesOf } from './voice-depths.js';

test('a place is coloured by its share of the most talkative one, and whoever says anything is coloured', () => {
  const voices = voicesOf([
    { region: '450000', posts: 100 },
    { region: '510000', posts: 50 },
    { region: 'XPCC', posts: 1 },
  ]);
  const depths = Object.fromEntries(voices.map(({ symbol, depth }) => [symbol, depth]));
  expect([depths['桂'], depths['川'], depths['兵'], depths['京']]).toEqual([4, 2, 1, 0]);
});

test('places keep their order, whatever is said', () => {
  const order = provinces.map(({ key }) => key);
  expect(voicesOf([]).map(({ key }) => key)).toEqual(order);
  expect(voicesOf([{ region: 'XPCC', posts: 9 }]).map(({ key }) => key)).toEqual(order);
});
