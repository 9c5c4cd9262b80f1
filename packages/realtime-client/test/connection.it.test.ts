import { describe, expect, test } from 'vitest';
import type { ConnectionState } from '../src/index.js';
import { aClient, type TestClient } from './a-client.js';
import { aNetworkTo } from './frozen-network.js';
import { TinyHub } from './tiny-hub.js';

const room = 'room:cnsa';
const connected = (client: TestClient): Promise<void> => expect.poll(() => client.connection.status, { timeout: 5_000 }).toBe('connected');
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a connection', () => {
  test("says who one is and knows the hub's clock", async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    expect(client.connection).toEqual({ status: 'connecting' });
    await connected(client);
    expect(client.connection).toMatchObject({ user: { name: 'Ada' } });
    expect(client.hello?.limits.topics).toBe(8);
    expect(Math.abs(client.serverNow() - Date.now())).toBeLessThan(50);
  });

  test('that is lost comes back after a wait, and says so on the way', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    await connected(client);
    const states: ConnectionState['status'][] = [];
    client.onConnection(({ status }) => states.push(status));
    hub.cutConnections();
    await expect.poll(() => states).toEqual(['waiting', 'connecting', 'connected']);
  });

  test('with a refused ticket asks for another, and with two refused goes on without a name', async () => {
    await using hub = await TinyHub.start();
    hub.whims.refusedTickets = new Set(['old', 'older']);
    using client = aClient(hub.url, { ticket: async (refused) => (refused === undefined ? 'old' : 'older') });
    await connected(client);
    expect(hub.tickets).toEqual(['old', 'older', undefined]);
    expect(client.connection).toEqual({ status: 'connected', user: undefined });
  });

  test('is made anew when one signs in', async () => {
    await using hub = await TinyHub.start();
    const tickets: string[] = [];
    using client = aClient(hub.url, { ticket: async () => tickets[0] });
    await connected(client);
    tickets.push('mine');
    client.renew();
    await expect.poll(() => client.connection).toMatchObject({ status: 'connected', user: { name: 'Ada' } });
  });

  test('that the hub closes for a ban stays closed until one signs in otherwise', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    await connected(client);
    hub.tell('notice', { kind: 'close', reason: 'banned' });
    hub.cutConnections();
    await expect.poll(() => client.connection).toEqual({ status: 'closed', reason: 'banned', refusal: undefined });
    await pause(300);
    expect(hub.tickets).toHaveLength(1);
    client.renew();
    await connected(client);
  });

  test('that drains comes back not before the time it was told', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    await connected(client);
    hub.tell('notice', { kind: 'close', reason: 'drain', retryAfterMs: 600 });
    const cutAt = Date.now();
    await pause(20);
    hub.cutConnections();
    await expect.poll(() => hub.tickets.length, { timeout: 5_000, interval: 20 }).toBe(2);
    expect(Date.now() - cutAt).toBeGreaterThanOrEqual(600);
  });

  test('that was closed here is not opened again', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    await connected(client);
    client.close();
    client.renew();
    await pause(200);
    expect(client.connection).toMatchObject({ status: 'closed', reason: 'closed' });
    expect(hub.tickets).toHaveLength(1);
  });

  test('passes on cuts, notices and standings, and nothing it does not know', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    await connected(client);
    const heard: unknown[] = [];
    client.onCuts((cuts) => heard.push(cuts));
    client.onNotice((notice) => heard.push(notice));
    client.onStanding((standing) => heard.push(standing));
    hub.tell('cut', { target: 'channel', id: 'cnsa', on: true });
    hub.tell('unheard-of' as 'notice', { x: 1 });
    hub.tell('standing', { muted: { until: 5 } });
    hub.tell('notice', { kind: 'announcement', reason: 'hello' });
    await expect
      .poll(() => heard)
      .toEqual([[{ target: 'channel', id: 'cnsa', on: true }], { muted: { until: 5 } }, { kind: 'announcement', reason: 'hello' }]);
  });
});

describe('a network that died without a word', () => {
  test('is found out at a wakeup, and what was missed is there soon after', async () => {
    await using hub = await TinyHub.start();
    await using network = await aNetworkTo(hub.port);
    using client = aClient(network.url);
    client.follow(room, () => undefined);
    await expect.poll(() => client.viewOf(room).status).toBe('live');
    network.freeze();
    hub.say(room, 'while asleep');
    network.thaw();
    await pause(100);
    expect(client.connection.status).toBe('connected');
    const wokeAt = Date.now();
    client.wake();
    await expect.poll(() => client.texts(room), { timeout: 5_000 }).toEqual(['while asleep']);
    expect(Date.now() - wokeAt).toBeLessThan(1_500);
  });

  test('is found out by the missing pings of the hub', async () => {
    await using hub = await TinyHub.start({ pingInterval: 200, pingTimeout: 150 });
    await using network = await aNetworkTo(hub.port);
    using client = aClient(network.url, { settings: { ackPatienceMs: 60_000 } });
    await connected(client);
    network.freeze();
    const frozenAt = Date.now();
    await expect.poll(() => client.connection.status, { timeout: 3_000, interval: 10 }).not.toBe('connected');
    expect(Date.now() - frozenAt).toBeLessThan(1_000);
    network.thaw();
    await connected(client);
  });

  test('is not suspected when the connection answers the wakeup', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    await connected(client);
    for (let wakeup = 0; wakeup < 3; wakeup += 1) client.wake();
    await pause(500);
    expect(hub.tickets).toHaveLength(1);
    expect(hub.payloads('clock.sync')).toHaveLength(2);
  });
});

test('a wakeup while an attempt hangs begins another', async () => {
  await using hub = await TinyHub.start();
  await using network = await aNetworkTo(hub.port);
  using client = aClient(network.url, { settings: { connectPatienceMs: 60_000, wakePatienceMs: 100 } });
  await connected(client);
  network.freeze();
  client.wake();
  await expect.poll(() => client.connection.status).toBe('connecting');
  await pause(200);
  network.thaw();
  client.wake();
  await connected(client);
});

test('a wakeup while waiting tries at once', async () => {
  await using hub = await TinyHub.start();
  using client = aClient(hub.url, { settings: { reconnectMs: 60_000, reconnectMaxMs: 60_000 } });
  await connected(client);
  hub.cutConnections();
  await expect.poll(() => client.connection.status).toBe('waiting');
  client.wake();
  await connected(client);
});
