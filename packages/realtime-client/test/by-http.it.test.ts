import { describe, expect, test } from 'vitest';
import { aClient, type TestClient } from './a-client.js';
import { TinyHub } from './tiny-hub.js';

const room = 'room:cnsa';
type HttpPayload = { topic: string; headers: Record<string, string>; after?: string };

/** A hub whose sockets are refused, as behind a proxy that knows no WebSocket. */
async function withoutSockets(): Promise<TinyHub> {
  const hub = await TinyHub.start();
  hub.whims.refuseSockets = true;
  return hub;
}
const polling = (client: TestClient): Promise<void> => expect.poll(() => client.connection.status, { timeout: 5_000 }).toBe('polling');
const asked = (hub: TinyHub, name: string): HttpPayload[] =>
  hub.asked.filter((request) => request.name === name).map(({ payload }) => payload as HttpPayload);

describe('without a socket', () => {
  test('one follows by HTTP after three failures, and says so', async () => {
    await using hub = await withoutSockets();
    hub.say(room, 'before');
    using client = aClient(hub.url);
    client.follow(room, () => undefined);
    expect(asked(hub, 'GET snapshot')).toEqual([]);
    await polling(client);
    await expect.poll(() => client.texts(room)).toEqual(['before']);
    hub.say(room, 'after');
    await expect.poll(() => client.texts(room)).toEqual(['before', 'after']);
    expect(client.viewOf(room)).toMatchObject({ status: 'live', restarted: 0 });
  });

  test('one asks only for what is new, and reads a public topic without a ticket', async () => {
    await using hub = await withoutSockets();
    hub.say(room, 'before');
    using client = aClient(hub.url);
    client.follow(room, () => undefined);
    await expect.poll(() => asked(hub, 'GET snapshot').length, { timeout: 5_000 }).toBeGreaterThan(3);
    const headers = asked(hub, 'GET snapshot').map((request) => request.headers);
    expect(headers.map((header) => header['if-none-match'])).toEqual([undefined, ...headers.slice(1).map(() => '"e1-1-1"')]);
    expect(headers.some((header) => 'authorization' in header)).toBe(false);
  });

  test('one closes a hole that the snapshot leaves, and nothing is missing', async () => {
    await using hub = await withoutSockets();
    using client = aClient(hub.url);
    client.follow(room, () => undefined);
    await polling(client);
    await expect.poll(() => client.viewOf(room).status).toBe('live');
    hub.say(room, '1', '2', '3', '4', '5', '6', '7');
    await expect.poll(() => client.texts(room)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(asked(hub, 'GET frames')).toMatchObject([{ after: '0' }]);
  });

  test('one speaks by HTTP with a ticket, and hears of what is held', async () => {
    await using hub = await withoutSockets();
    using client = aClient(hub.url);
    client.follow(room, () => undefined);
    await polling(client);
    client.send({ topic: room, kind: 'chat', text: 'by http' });
    await expect.poll(() => client.texts(room)).toEqual(['by http']);
    expect(asked(hub, 'POST messages')).toMatchObject([{ topic: room, headers: { authorization: 'Ticket ticket' } }]);
    hub.whims.hold = true;
    const id = client.send({ topic: room, kind: 'chat', text: 'held' });
    await expect.poll(() => client.viewOf(room).own).toMatchObject([{ status: 'held' }]);
    hub.topic(room).held.length = 0;
    hub.topic(room).settled = [{ id, topic: room, status: 'rejected', rule: 'spam' }];
    await expect.poll(() => client.viewOf(room).own).toMatchObject([{ status: 'rejected', rule: 'spam' }]);
  });

  test('one is still counted as a viewer', async () => {
    await using hub = await withoutSockets();
    using client = aClient(hub.url);
    await polling(client);
    client.beat({ channel: 'cnsa', playing: true });
    await expect.poll(() => asked(hub, 'POST watch')).toHaveLength(1);
  });

  test('one reads a topic that is not public with a ticket', async () => {
    await using hub = await withoutSockets();
    hub.say('inbox:u1', 'for you');
    using client = aClient(hub.url);
    client.follow('inbox:u1', () => undefined);
    await expect.poll(() => client.texts('inbox:u1'), { timeout: 5_000 }).toEqual(['for you']);
  });

  test('one goes back to the socket when it is there again, and nothing is missing or doubled', async () => {
    await using hub = await withoutSockets();
    using client = aClient(hub.url);
    client.follow(room, () => undefined);
    await polling(client);
    hub.say(room, 'one');
    await expect.poll(() => client.texts(room)).toEqual(['one']);
    hub.whims.refuseSockets = false;
    await expect.poll(() => client.connection.status, { timeout: 5_000 }).toBe('connected');
    hub.say(room, 'two');
    await expect.poll(() => client.texts(room)).toEqual(['one', 'two']);
    const polls = asked(hub, 'GET snapshot').length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked(hub, 'GET snapshot')).toHaveLength(polls);
    expect(hub.payloads('topic.join')).toMatchObject([{ topics: [{ epoch: 'e1', after: 1 }] }]);
  });

  test('one waits for a hub that is gone altogether, and gets all that was missed', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    client.follow(room, () => undefined);
    await expect.poll(() => client.viewOf(room).status).toBe('live');
    await hub.stop();
    await polling(client);
    hub.say(room, 'one', 'two');
    expect(client.viewOf(room).status).toBe('behind');
    await hub.listen();
    await expect.poll(() => client.texts(room), { timeout: 5_000 }).toEqual(['one', 'two']);
  });
});
