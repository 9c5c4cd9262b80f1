import type { Cut, MatrixState, MatrixTile, TopicState } from '@yunhui/contracts';
import { matrixStateOf } from '@yunhui/domain';
import { isTile, withoutCut } from '../../platform/lobby-topic.rules.js';

/** Nearest to air first: how the list sorts by state. */
const order: readonly MatrixState[] = ['live', 'interrupted', 'due', 'scheduled', 'replay', 'ended', 'blocked', 'speciality', 'empty'];

/** The tiles as they are now: those read by HTTP with what the topic has said since. Their places never change. */
export function currentMatrix(tiles: readonly MatrixTile[], state: TopicState, cuts: readonly Cut[] = []): readonly MatrixTile[] {
  return tiles.map((tile) => {
    const newer = tile.channel && state[tile.channel.slug];
    const known = isTile(newer) ? newer : tile.channel;
    const channel = known && withoutCut(known, cuts);
    return channel && channel !== tile.channel ? { ...tile, channel, state: matrixStateOf(channel, tile.speciality !== undefined) } : tile;
  });
}

/** Whether there is something to see in a region today: programme, or something live. */
export const hasContent = ({ sessionsToday, liveNow, state }: MatrixTile): boolean => sessionsToday > 0 || liveNow > 0 || state === 'live';

/** Coverage targets with nothing today; other units never count as missing. */
export const missing = (tiles: readonly MatrixTile[]): readonly MatrixTile[] =>
  tiles.filter((tile) => tile.coverageTarget && !hasContent(tile));

/** The figures of the sentence over the grid. */
export function countsOf(tiles: readonly MatrixTile[]): { all: number; live: number; content: number; missing: number } {
  return {
    all: tiles.length,
    live: tiles.filter(({ state }) => state === 'live').length,
    content: tiles.filter(hasContent).length,
    missing: missing(tiles).length,
  };
}

/** What the nearest neighbour shows that is live: for a region that has nothing. Without places, the nearest in order. */
export function liveNeighbour(tiles: readonly MatrixTile[], of: MatrixTile): MatrixTile | undefined {
  const distance = (tile: MatrixTile): number =>
    tile.at && of.at
      ? Math.hypot(tile.at.row - of.at.row, tile.at.col - of.at.col)
      : Math.abs(tiles.findIndex(({ key }) => key === tile.key) - tiles.findIndex(({ key }) => key === of.key));
  return tiles.filter(({ key, state }) => key !== of.key && state === 'live').toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Where a tile stands on the screen: the middle of its box. */
export type Standing = { key: string; x: number; y: number };

const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] } as const;

/** The tile an arrow leads to: the nearest ahead, where a step aside counts more than a step on, so that rows are kept. */
export function neighbour(standing: readonly Standing[], from: string, key: string): string | undefined {
  const here = standing.find((one) => one.key === from);
  if (!here || !(key in directions)) return undefined;
  const [right, down] = directions[key as keyof typeof directions];
  const ahead = standing.flatMap((one) => {
    const along = (one.x - here.x) * right + (one.y - here.y) * down;
    const aside = Math.abs((one.x - here.x) * down) + Math.abs((one.y - here.y) * right);
    return along > 1 ? [{ key: one.key, cost: along + 2.5 * aside }] : [];
  });
  return ahead.toSorted((a, b) => a.cost - b.cost)[0]?.key;
}

/** Names whose English does not begin as their pinyin does. */
const initials: Readonly<Record<string, string>> = { '150000': 'n', '810000': 'x', '820000': 'a', XPCC: 'b' };

/** The next tile, after `from` and round to the first, whose name begins with this letter in pinyin. */
export function byInitial(tiles: readonly MatrixTile[], from: string, letter: string): string | undefined {
  const start = tiles.findIndex(({ key }) => key === from) + 1;
  const round = [...tiles.slice(start), ...tiles.slice(0, start)];
  return round.find(({ key, nameEn }) => (initials[key] ?? nameEn?.[0]?.toLowerCase()) === letter.toLowerCase())?.key;
}

export type Column = 'region' | 'state' | 'start' | 'viewers';
export type Sorting = { by: Column; descending: boolean };

const compare: Record<Column, (a: MatrixTile, b: MatrixTile) => number> = {
  region: () => 0, // as the hub gives them: the fixed order of codes
  state: (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
  start: (a, b) => (a.channel?.session?.start ?? Infinity) - (b.channel?.session?.start ?? Infinity) || 0,
  viewers: (a, b) => (a.channel?.viewers ?? 0) - (b.channel?.viewers ?? 0),
};

/** The list in the order of a column; equals stay in the fixed order. */
export function sorted(tiles: readonly MatrixTile[], { by, descending }: Sorting): readonly MatrixTile[] {
  if (by === 'region') return descending ? tiles.toReversed() : tiles;
  return tiles.toSorted((a, b) => (descending ? compare[by](b, a) : compare[by](a, b)));
}
