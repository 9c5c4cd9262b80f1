import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lobby, LobbyChannel } from '@yunhui/contracts';
import { createClient } from 'redis';
import { type HubOnPostgres, startHubOnPostgres } from './hub-on-postgres.js';
import { gather } from './many-viewers.js';
import { secondsOfCpu } from './process-figures.js';
import type { Figure } from './promises.js';

export type LobbySize = { viewers: number; channels: number; rounds: number; seconds: number };

const keysInView = 12;
const putAtOnce = 100;
/** A process that has just started is busy with itself. */
const settleSeconds = 10;

/**
 * Goal 5: a lobby of 500 channels that all change each second, for viewers with twelve of them in view. The tiles
 * are put as a worker puts them, by `state.lua`: what is measured begins where a tile arrives at Redis.
 */
export async function measureLobby(size: LobbySize): Promise<Figure[]> {
  await using place = await startHubOnPostgres();
  const lobby = await aLobby(place, size.channels);
  await using changing = lobby;
  const keys = lobby.slugs.slice(0, keysInView);
  await cpuOf(place, settleSeconds);
  const [micros, bytes]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < size.rounds; turn += 1) {
    const viewers = await gather(place.hub.address, size.viewers, { topics: [{ topic: lobby.topic, mode: 'state', keys, patches: true }] });
    const before = viewers.reduce((sum, viewer) => sum + viewer.bytes, 0);
    const { cores, seconds } = await cpuOf(place, size.seconds);
    bytes.push((viewers.reduce((sum, viewer) => sum + viewer.bytes, 0) - before) / (size.viewers * seconds));
    for (const viewer of viewers) viewer.close();
    const { cores: without } = await cpuOf(place, size.seconds); // everything but the viewers: the same changes
    micros.push(((cores - without) * 1e6) / size.viewers);
  }
  if (changing.failures() > 0) throw new Error(`${changing.failures()} puts failed`);
  return [
    { what: 'a viewer-second of the lobby', unit: 'µs', rounds: micros, most: 60 },
    { what: 'sent to each viewer', unit: 'bytes/s', rounds: bytes, most: 1_500 },
  ];
}

/** Cores in use by the node while so much time goes by, or a little more when we are late ourselves. */
async function cpuOf({ hub }: HubOnPostgres, atLeastSeconds: number): Promise<{ cores: number; seconds: number }> {
  const [before, began] = [await secondsOfCpu(hub.pid()), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, atLeastSeconds * 1_000));
  const seconds = (performance.now() - began) / 1_000;
  return { cores: ((await secondsOfCpu(hub.pid())) - before) / seconds, seconds };
}

type ChangingLobby = AsyncDisposable & { topic: string; slugs: string[]; failures(): number };

/** A lobby in which each tile has new counts every second, until the end of the scope. */
async function aLobby({ hub, redis }: HubOnPostgres, channels: number): Promise<ChangingLobby> {
  const { items } = (await (await fetch(`${hub.address}/api/v1/campaigns`)).json()) as { items: { slug: string }[] };
  const campaign = items[0]?.slug ?? '';
  const known = (await (await fetch(`${hub.address}/api/v1/campaigns/${campaign}/lobby`)).json()) as Lobby;
  const tile = known.channels[0] as LobbyChannel;
  const topic = `lobby:${campaign}`;
  const slugs = Array.from({ length: channels }, (_, i) => `bench-${i}`);
  const script = await readFile(join(import.meta.dirname, '../../server/lua/state.lua'), 'utf8');
  const client = createClient({ url: redis.url });
  await client.connect();
  let [version, failures] = [1, 0];
  const put = async (): Promise<void> => {
    version += 1;
    for (let from = 0; from < channels; from += putAtOnce) {
      const triples = slugs
        .slice(from, from + putAtOnce)
        .flatMap((slug) => [slug, `${version}`, JSON.stringify({ ...tile, slug, viewers: version })]);
      await client.eval(script, { keys: [`t:{${topic}}:state`, `t:{${topic}}:bus`], arguments: ['0', ...triples] });
    }
  };
  await put();
  const timer = setInterval(() => void put().catch(() => (failures += 1)), 1_000);
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await client.close();
  };
  return { topic, slugs, failures: () => failures, [Symbol.asyncDispose]: stop };
}
