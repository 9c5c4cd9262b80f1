import type { LobbyChannel } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import {
  type Arrangement,
  arrange,
  currentTiles,
  dayOfWindow,
  firstOf,
  followedIn,
  keysToTrack,
  livePlaces,
  newlyLive,
  type Section,
  tilesIn,
} from './lobby.rules.js';

const minute = 60_000;
const now = Date.parse('2023-09-19T14:30:00+08:00');

const aTile = (slug: string, state: LobbyChannel['state'], more: Partial<LobbyChannel> & { inMinutes?: number } = {}): LobbyChannel => {
  const { inMinutes, ...rest } = more;
  const start = now + (inMinutes ?? 0) * minute;
  const session = inMinutes === undefined ? undefined : { id: slug, title: slug, form: '直播', start, end: start + 30 * minute };
  return { slug, title: slug, titleEn: slug, region: '520000', state, viewers: 0, session, ...rest };
};

test('live and interrupted stand first, then what starts within half an hour, later today, replays, and the rest', () => {
  const tiles = [
    aTile('over', 'ended', { inMinutes: -60 }),
    aTile('tonight', 'scheduled', { inMinutes: 300 }),
    aTile('soon', 'scheduled', { inMinutes: 25 }),
    aTile('due', 'due', { inMinutes: 5 }),
    aTile('broken', 'interrupted', { inMinutes: -20 }),
    aTile('quiet', 'live', { inMinutes: -20, viewers: 3 }),
    aTile('crowded', 'live', { inMinutes: -10, viewers: 90 }),
    aTile('empty', 'scheduled'),
    aTile('gone', 'blocked', { inMinutes: -5 }),
    aTile('seen', 'replay', { inMinutes: -90 }),
  ];
  expect(arrange(tiles, now)).toEqual({
    live: ['crowded', 'quiet', 'broken'],
    soon: ['due', 'soon'],
    later: ['tonight'],
    replays: ['seen'],
    other: ['empty', 'over', 'gone'],
  });
});

test('a channel that goes live is offered by the chip and stays where it is', () => {
  const before = arrange([aTile('a', 'live', { inMinutes: -5 }), aTile('b', 'due', { inMinutes: 1 })], now);
  const after = [aTile('a', 'live', { inMinutes: -5 }), aTile('b', 'live', { inMinutes: 1 })];
  expect(before.soon).toEqual(['b']);
  expect(newlyLive(before, after)).toEqual(['b']);
  expect(newlyLive(arrange(after, now), after)).toEqual([]);
});

test('who leads stands on the stage alone; who took an empty stage keeps its place, so that none behind it moves', () => {
  const slugsIn = (section: Section, channels: LobbyChannel[], arrangement: Arrangement, hasStage = true) =>
    tilesIn(section, { arrangement, tiles: new Map(channels.map((tile) => [tile.slug, tile])) }, hasStage).map(({ slug }) => slug);
  const channels = [aTile('a', 'live', { inMinutes: -5 }), aTile('b', 'live', { inMinutes: -4 })];
  expect(slugsIn('live', channels, arrange(channels, now))).toEqual(['b']);
  expect(slugsIn('live', channels, arrange(channels, now), false)).toEqual(['a', 'b']);

  const beforeAnyIsLive = arrange([aTile('a', 'due', { inMinutes: -5 }), aTile('b', 'due', { inMinutes: -4 })], now);
  expect(slugsIn('soon', channels, beforeAnyIsLive)).toEqual(['a', 'b']);
});

test('what is followed stands in the order of the page, live first; what is not in this lobby is left out', () => {
  const channels = [aTile('later', 'scheduled', { inMinutes: 90 }), aTile('on', 'live'), aTile('other', 'live')];
  const view = { tiles: new Map(channels.map((tile) => [tile.slug, tile])), arrangement: arrange(channels, now) };
  expect(followedIn(view, ['later', 'elsewhere', 'on']).map(({ slug }) => slug)).toEqual(['on', 'later']);
});

test('what the topic says replaces a tile, and keys that are no tiles are ignored', () => {
  const read = [aTile('a', 'due', { inMinutes: 1 }), aTile('b', 'live')];
  const live = aTile('a', 'live', { inMinutes: 1, viewers: 12 });
  expect(currentTiles(read, { a: live, b: null, weather: 'fine' })).toEqual([live, read[1]]);
});

test('keys in view are tracked before all others, and never more than the hub allows', () => {
  const all = Array.from({ length: 100 }, (_, at) => `c${at}`);
  const tracked = keysToTrack({ inView: new Set(['c98', 'c99']), all, most: 64 });
  expect(tracked).toHaveLength(64);
  expect(tracked).toEqual(expect.arrayContaining(['c98', 'c99', 'c0', 'c61']));
  expect(tracked).not.toContain('c62');
});

test('places that are live are counted once, and a channel that never stops is no place', () => {
  const tiles = [
    aTile('guizhou', 'live'),
    aTile('guizhou-2', 'live'),
    aTile('hunan', 'live', { region: '430000' }),
    aTile('tide', 'live', { region: 'CN', roundTheClock: true }),
    aTile('jilin', 'ended', { region: '220000' }),
  ];
  expect(livePlaces(tiles)).toBe(2);
});

test('the day of a campaign is told only inside its window', () => {
  const window = { from: '2023-09-17', to: '2023-09-23' };
  expect(dayOfWindow(now, window)).toEqual({ day: 3, days: 7 });
  expect(dayOfWindow(Date.parse('2023-09-17T00:00:00+08:00'), window)).toEqual({ day: 1, days: 7 });
  expect(dayOfWindow(Date.parse('2023-09-23T23:59:59+08:00'), window)).toEqual({ day: 7, days: 7 });
  expect(dayOfWindow(Date.parse('2023-09-24T00:00:00+08:00'), window)).toBeUndefined();
  expect(dayOfWindow(now, undefined)).toBeUndefined();
});

test('the first so many of several lists are those that stand first on the page', () => {
  const lists = [['a', 'b', 'c'], [], ['d', 'e'], ['f']];
  expect(firstOf(lists, 4)).toEqual([['a', 'b', 'c'], [], ['d'], []]);
  expect(firstOf(lists, 2)).toEqual([['a', 'b'], [], [], []]);
  expect(firstOf(lists, Infinity)).toEqual(lists);
});
