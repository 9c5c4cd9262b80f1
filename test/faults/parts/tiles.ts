import type { Channel, Lobby, LobbyChannel } from '@yunhui/contracts';
import { expect } from 'vitest';
import { faultSize } from '../fault-size.js';

/** What a viewer who joins now is told of the lobby's tiles, Redis' copy of them, soon is what Postgres has. */
export async function expectTilesAsTheRowsSay(first: string, second: string): Promise<void> {
  await expect.poll(() => tilesByTopic(second), { timeout: faultSize.within(12_000) }).toEqual(await tilesByRows(first));
}

async function tilesByTopic(address: string): Promise<Record<string, string>> {
  const answer = await fetch(`${address}/api/v1/topics/lobby:kepuri-2023/snapshot`);
  const { state } = (await answer.json()) as { state: Record<string, LobbyChannel> };
  return statesOf(Object.values(state));
}

async function tilesByRows(address: string): Promise<Record<string, string>> {
  const answer = await fetch(`${address}/api/v1/campaigns/kepuri-2023/lobby`);
  return statesOf(((await answer.json()) as Lobby).channels);
}

const statesOf = (tiles: readonly LobbyChannel[]) => Object.fromEntries(tiles.map(({ slug, state }) => [slug, state]));

/** How many watch a channel, as its page says it. */
export async function viewersOf(address: string, channel: string): Promise<number> {
  const answer = await fetch(`${address}/api/v1/channels/${channel}`);
  return ((await answer.json()) as Channel).viewers;
}
