import type { LobbyChannel, MatrixTile } from '@yunhui/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byInitial, countsOf, currentMatrix, liveNeighbour, missing, neighbour, sorted, type Standing } from './matrix.rules.js';

const session = { id: 's', title: '听见脉冲星', form: '直播', start: 10, end: 20 };
const aChannel = (changes: Partial<LobbyChannel> = {}): LobbyChannel => ({
  slug: 'guizhou',
  title: '贵州频道',
  titleEn: 'Guizhou channel',
  region: '520000',
  state: 'scheduled',
  session,
  viewers: 0,
  ...changes,
});
const aTile = (changes: Partial<MatrixTile> = {}): MatrixTile => ({
  key: '520000',
  name: '贵州省',
  nameEn: 'Guizhou',
  abbr: '贵',
  kind: 'province_level',
  coverageTarget: true,
  state: 'scheduled',
  channel: aChannel(),
  sessionsToday: 2,
  liveNow: 0,
  children: 9,
  ...changes,
});

describe('a level', () => {
  test('follows its channels: a tile takes the state of what the topic says', () => {
    const [tile] = currentMatrix([aTile()], { guizhou: aChannel({ state: 'live', viewers: 7 }) });
    expect(tile).toMatchObject({ state: 'live', channel: { viewers: 7 } });
  });

  test('keeps a tile whose channel nobody spoke of, and passes over keys that are no channel', () => {
    const tiles = [aTile(), aTile({ key: '530000', channel: undefined, state: 'empty' })];
    const state = { guangxi: aChannel({ slug: 'guangxi' }), guizhou: null, '@campaign': { quiet: { since: 1 } } };
    expect(currentMatrix(tiles, state)).toEqual(tiles);
  });

  test('lacks only coverage targets that have nothing today', () => {
    const bare = { sessionsToday: 0, state: 'speciality' as const };
    const tiles = [aTile(), aTile({ key: '530000', ...bare }), aTile({ key: '710000', ...bare, coverageTarget: false })];
    expect(missing(tiles).map(({ key }) => key)).toEqual(['530000']);
    expect(countsOf(tiles)).toEqual({ all: 3, live: 0, content: 1, missing: 1 });
  });

  test('names the nearest neighbour that is live, by place', () => {
    const here = aTile({ at: { row: 5, col: 4 } });
    const near = aTile({ key: '430000', state: 'live', at: { row: 6, col: 5 } });
    const far = aTile({ key: '230000', state: 'live', at: { row: 0, col: 8 } });
    expect(liveNeighbour([far, here, near], here)?.key).toBe('430000');
    expect(liveNeighbour([here], here)).toBeUndefined();
  });
});

describe('an arrow key', () => {
  const grid: Standing[] = [
    { key: 'a', x: 0, y: 0 },
    { key: 'b', x: 100, y: 0 },
    { key: 'c', x: 0, y: 100 },
    { key: 'd', x: 200, y: 100 },
  ];

  test.each([
    ['a', 'ArrowRight', 'b'],
    ['a', 'ArrowDown', 'c'],
    ['d', 'ArrowUp', 'b'],
    ['c', 'ArrowRight', 'd'],
    ['a', 'ArrowUp', undefined],
    ['a', 'x', undefined],
  ])('from %s by %s leads to %s', (from, key, to) => {
    expect(neighbour(grid, from, key)).toBe(to);
  });

  test('never leads to the tile one is on, nor to the other side', () => {
    const spot = fc.record({ key: fc.uuid(), x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) });
    const spots = fc.uniqueArray(spot, { minLength: 1, selector: ({ key }) => key });
    fc.assert(
      fc.property(spots, fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), (all, key) => {
        const from = all[0];
        const to = all.find((one) => one.key === neighbour(all, from?.key ?? '', key));
        if (!from || !to) return;
        const ways = { ArrowLeft: from.x - to.x, ArrowRight: to.x - from.x, ArrowUp: from.y - to.y, ArrowDown: to.y - from.y };
        expect(ways[key]).toBeGreaterThan(0);
      }),
    );
  });
});

test('a typed initial goes on from where one is, and round; by pinyin where the English name begins otherwise', () => {
  const tiles = [
    aTile({ key: '450000', nameEn: 'Guangxi' }),
    aTile({ key: '150000', nameEn: 'Inner Mongolia' }),
    aTile({ key: '520000', nameEn: 'Guizhou' }),
  ];
  expect(byInitial(tiles, '450000', 'g')).toBe('520000');
  expect(byInitial(tiles, '520000', 'G')).toBe('450000');
  expect(byInitial(tiles, '450000', 'n')).toBe('150000');
  expect(byInitial(tiles, '450000', 'z')).toBeUndefined();
});

test('the list keeps the fixed order among equals, up and down', () => {
  const tiles = [
    aTile({ key: '1' }),
    aTile({ key: '2', channel: aChannel({ viewers: 5 }) }),
    aTile({ key: '3' }),
    aTile({ key: '4', state: 'live' }),
  ];
  const keys = (by: 'viewers' | 'state' | 'region', descending: boolean) =>
    sorted(tiles, { by, descending })
      .map(({ key }) => key)
      .join('');
  expect(keys('viewers', true)).toBe('2134');
  expect(keys('viewers', false)).toBe('1342');
  expect(keys('state', false)).toBe('4123');
  expect(keys('region', true)).toBe('4321');
});
