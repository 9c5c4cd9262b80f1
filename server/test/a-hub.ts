import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createRealtimeClient, type RealtimeClient } from '@yunhui/realtime-client';
import { aFreePort, startStores, type Stores } from '@yunhui/testkit';
import { loadConfig } from '../src/config.js';
import { startHub } from '../src/hub.js';
import { Database } from '../src/platform/database/index.js';
import { type KeptMode, TopicHeads } from '../src/platform/realtime/index.js';

/** A whole hub in this process, over real stores, so that a test can also ask its services. */
export type AHub = AsyncDisposable & {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly stores: Stores;
  /** A room that anybody may read. */
  aRoom(mode?: KeptMode): Promise<string>;
  /** A guest with a client of their own, which ends with the hub. */
  aGuest(name: string): Promise<Guest>;
  /** Another client of somebody who has a ticket. */
  clientWith(ticket: string): RealtimeClient;
  get(path: string): Promise<Response>;
};

export type Guest = { readonly id: string; readonly ticket: string; readonly client: RealtimeClient };

/** `await using hub = await aHub()`. Nothing is in it but what the test makes. */
export async function aHub(settings: Record<string, string> = {}): Promise<AHub> {
  const stores = await startStores();
  const port = await aFreePort();
  const env = { ...stores.env, PORT: `${port}`, DEMO: 'off', LOG_LEVEL: 'error', ...settings };
  const hub = await startHub(loadConfig(env)).catch(async (error: unknown) => {
    await stores[Symbol.asyncDispose]();
    throw error;
  });
  const url = hub.address;
  const clients: RealtimeClient[] = [];
  let rooms = 0;
  const aRoom = async (mode?: KeptMode): Promise<string> => {
    const topic = `room:r${++rooms}`;
    const heads = hub.app.get(TopicHeads, { strict: false });
    await hub.app.get(Database, { strict: false }).transaction((tx) => heads.create(tx, [{ topic, audience: 'public' }]));
    if (mode) await heads.changeMode({ topic, mode, said: { fallback: 'another mode' } });
    return topic;
  };
  const clientWith = (ticket: string): RealtimeClient => {
    const client = createRealtimeClient({ url, ticket: async () => ticket });
    clients.push(client);
    return client;
  };
  const aGuest = async (displayName: string): Promise<Guest> => {
    const answer = await fetch(`${url}/api/v1/guests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ displayName }),
    });
    // So many at once are no school and no carrier: whoever is told to wait does.
    if (answer.status === 429) return sleep(1_000).then(() => aGuest(displayName));
    const { ticket, user } = (await answer.json()) as { ticket: string; user: { id: string } };
    return { id: user.id, ticket, client: clientWith(ticket) };
  };
  return {
    url,
    app: hub.app,
    stores,
    aRoom,
    aGuest,
    clientWith,
    get: (path) => fetch(url + path),
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.close();
      await hub.close();
      await stores[Symbol.asyncDispose]();
    },
  };
}
