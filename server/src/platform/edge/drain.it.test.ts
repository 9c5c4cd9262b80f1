import { once } from 'node:events';
import type { Ack, Notice } from '@yunhui/contracts';
import { io, type Socket } from 'socket.io-client';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AHub, aHub } from '../../../test/a-hub.js';
import { comeBackWithinMs } from './drain.js';

const people = 80;

let hub: AHub;
beforeAll(async () => {
  hub = await aHub({ RATE_LIMITS: 'off' });
}, 120_000);

async function aSocket(url: string, auth: object = {}): Promise<Socket> {
  const socket = io(url, { path: '/rt', transports: ['websocket'], auth, forceNew: true, reconnection: false });
  await once(socket as never, 'hello');
  return socket;
}

test('a hub that ends answers what was asked, says so to balancers, and sends everybody away to come back at different times', async () => {
  const room = await hub.aRoom();
  const { ticket } = await hub.aGuest('小满');
  const speaker = await aSocket(hub.url, { ticket });
  const sockets = await Promise.all(Array.from({ length: people }, () => aSocket(hub.url)));
  const words = sockets.map((socket) => once(socket as never, 'notice') as Promise<[Notice]>);
  const message = { id: crypto.randomUUID(), topic: room, kind: 'chat', text: 'said at the last moment' };
  const sending = speaker.timeout(5_000).emitWithAck('message.send', message) as Promise<Ack<unknown>>;
  // By its answer the message before it, over a line that was there earlier, has arrived too.
  await sockets.at(-1)?.timeout(5_000).emitWithAck('clock.sync', { sentAt: 1 });
  const ending = hub[Symbol.asyncDispose]();

  const ready = await hub.get('/health/ready');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ status: 'leaving' });
  expect(await sending).toMatchObject({ ok: true });
  const told = (await Promise.all(words)).map(([notice]) => notice);
  expect(told.every(({ kind, reason }) => kind === 'close' && reason === 'drain')).toBe(true);
  const waits = told.map(({ retryAfterMs }) => retryAfterMs ?? -1);
  expect(new Set(waits).size).toBeGreaterThan(people / 2);
  expect(Math.max(...waits)).toBeLessThanOrEqual(comeBackWithinMs(people));
  await ending;
});

describe('the time within which people come back', () => {
  test.each([
    [1, 1_000],
    [3_000, 3_000],
    [50_000, 8_000],
  ])('for %d of them is %d ms', (sockets, ms) => {
    expect(comeBackWithinMs(sockets)).toBe(ms);
  });
});
