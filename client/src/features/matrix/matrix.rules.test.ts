import type { MatrixTile } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { byInitial, countsOf, currentMatrix, liveNeighbour, missing, neighbour, sorted } from './matrix.rules.js';

const aTile = (key: string, more: Partial<MatrixTile> = {}): MatrixTile => ({
  key,
  name: key,
  kind: 'province',
  coverageTarget: true,
  state: 'empty',
  sessionsToday: 0,
  liveNow: 0,
  children: 0,
  ...more,
});
const aChannel = (slug: string, viewers: number): NonNullable<MatrixTile['channel']> => ({
  slug,
  title: slug,
  titleEn: slug,
  region: '520000',
  state: 'live',
  viewers,
  session: { id: 's', title: '听见脉冲星', form: '直播', start: 1, end: 2 },
});

test('what counts as missing is a coverage target with nothing today', () => {
  const tiles = [
    aTile('a'),
    aTile('b', { sessionsToday: 2 }),
    aTile('c', { coverageTarget: false }),
    aTile('d', { state: 'live', liveNow: 1 }),
  ];
  expect(missing(tiles).map(({ key }) => key)).toEqual(['a']);
  expect(countsOf(tiles)).toEqual({ all: 4, live: 1, content: 2, missing: 1 });
});

test('a tile follows its channel and stays in its place', () => {
  const tiles = [aTile('a', { channel: { ...aChannel('gz', 0), state: 'scheduled' }, state: 'scheduled' }), aTile('b')];
  const now = currentMatrix(tiles, { gz: aChannel('gz', 900), '@campaign': {} });
  expect(now.map(({ key, state }) => [key, state])).toEqual([
    ['a', 'live'],
    ['b', 'empty'],
  ]);
});

describe('an arrow', () => {
  const standing = [
    { key: 'left', x: 0, y: 0 },
    { key: 'right', x: 200, y: 0 },
    { key: 'near but lower', x: 100, y: 100 },
  ];
  test('keeps its row over a gap', () => expect(neighbour(standing, 'left', 'ArrowRight')).toBe('right'));
  test('leads down to the nearest below', () => expect(neighbour(standing, 'left', 'ArrowDown')).toBe('near but lower'));
  test('stays at the edge', () => expect(neighbour(standing, 'left', 'ArrowUp')).toBeUndefined());
});

test('a letter goes to the next name that begins with it in pinyin, and round', () => {
  const tiles = [aTile('150000', { nameEn: 'Inner Mongolia' }), aTile('640000', { nameEn: 'Ningxia' })];
  expect(byInitial(tiles, '150000', 'n')).toBe('640000');
  expect(byInitial(tiles, '640000', 'n')).toBe('150000');
  expect(byInitial(tiles, '640000', 'z')).toBeUndefined();
});

test('the neighbour of a region without anything is the nearest that is live', () => {
  const here = aTile('here', { at: { row: 0, col: 0 } });
  const far = aTile('far', { at: { row: 5, col: 5 }, state: 'live' });
  const near = aTile('near', { at: { row: 1, col: 0 }, state: 'live' });
  expect(liveNeighbour([here, far, near], here)?.key).toBe('near');
  expect(liveNeighbour([here], here)).toBeUndefined();
});

test('the list sorts by viewers and by state, equals in the fixed order', () => {
  const tiles = [
    aTile('a'),
    aTile('b', { channel: aChannel('b', 5), state: 'live' }),
    aTile('c', { channel: aChannel('c', 9), state: 'live' }),
  ];
  expect(sorted(tiles, { by: 'viewers', descending: true }).map(({ key }) => key)).toEqual(['c', 'b', 'a']);
  expect(sorted(tiles, { by: 'state', descending: false }).map(({ key }) => key)).toEqual(['b', 'c', 'a']);
});
