import type { DayAxis, LobbyChannel } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { formChoices, isWanted, regionCounts, unbrokenSince } from './tile-filter.js';

const aTile = (slug: string, region: string, form?: string): LobbyChannel => {
  const session = form === undefined ? undefined : { id: slug, title: slug, form, start: 0, end: 1 };
  return { slug, title: slug, titleEn: slug, region, state: 'live', viewers: 0, session };
};
const tiles = [
  aTile('guangxi', '450000', '云讲堂'),
  aTile('guilin', '450300', '直播'),
  aTile('hunan', '430000', '云讲堂'),
  aTile('tide', 'CN'),
];
const wanted = (region?: string, form?: string) => tiles.filter((tile) => isWanted(tile, { region, form })).map(({ slug }) => slug);

test('a province shows its cities too, a city only itself, and both filters hold together', () => {
  expect(wanted()).toHaveLength(4);
  expect(wanted('450000')).toEqual(['guangxi', 'guilin']);
  expect(wanted('450300')).toEqual(['guilin']);
  expect(wanted('450000', '云讲堂')).toEqual(['guangxi']);
  expect(wanted('no-such-region')).toEqual([]);
});

test('only what is followed is shown when that is asked for, beside the other filters; of nothing followed nothing is', () => {
  const shown = (followed: string[], more = {}) => tiles.filter((tile) => isWanted(tile, { followed, ...more })).map(({ slug }) => slug);
  expect(shown(['tide', 'guilin', 'gone'])).toEqual(['guilin', 'tide']);
  expect(shown(['tide', 'guilin'], { region: '450000' })).toEqual(['guilin']);
  expect(shown([])).toEqual([]);
  expect(formChoices(tiles, { followed: ['hunan', 'tide'] })).toEqual([{ key: '云讲堂', count: 1 }]);
});

test('choices are counted beside what else is chosen, and what is chosen never disappears', () => {
  expect(formChoices(tiles, {})).toEqual([
    { key: '云讲堂', count: 2 },
    { key: '直播', count: 1 },
  ]);
  expect(formChoices(tiles, { region: '430000', form: '直播' })).toEqual([
    { key: '云讲堂', count: 1 },
    { key: '直播', count: 0 },
  ]);
  expect([...regionCounts(tiles, { form: '云讲堂' })]).toEqual([
    ['450000', 1],
    ['430000', 1],
  ]);
});

test('what is unbroken began with the service hours, or where the last gap ended', () => {
  const stretch = (from: number, to: number, kind: 'programme' | 'gap') => ({ from, to, kind, sessions: 0 });
  const stretches = [stretch(8, 12, 'programme'), stretch(12, 13, 'gap'), stretch(13, 22, 'programme')];
  const axis: DayAxis = { date: '2023-09-19', from: 8, to: 22, stretches };
  expect([7, 8, 11, 12, 13, 15, 22].map((now) => unbrokenSince(axis, now))).toEqual([undefined, 8, 8, undefined, 13, 13, undefined]);
});
