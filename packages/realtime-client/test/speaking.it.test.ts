import type { Refusal, SendMessage } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { RequestRefused } from '../src/index.js';
import { aClient, type TestClient } from './a-client.js';
import { TinyHub } from './tiny-hub.js';

const room = 'room:cnsa';
const say = (client: TestClient, text: string): string => client.send({ topic: room, kind: 'chat', text });
const sent = (hub: TinyHub): SendMessage[] => hub.payloads<SendMessage>('message.send');
const own = (client: TestClient): string[] => client.viewOf(room).own.map(({ status }) => status);

async function inTheRoom(hub: TinyHub, options: Parameters<typeof aClient>[1] = {}): Promise<TestClient> {
  const client = aClient(hub.url, options);
  client.follow(room, () => undefined);
  await expect.poll(() => client.viewOf(room).status, { timeout: 5_000 }).toBe('live');
  return client;
}

describe('what one says', () => {
  test('is shown at once as sending, then in its place in the log, once', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    say(client, ' hello ');
    expect(own(client)).toEqual(['sending']);
    await expect.poll(() => client.texts(room)).toEqual(['hello']);
    expect(own(client)).toEqual([]);
    hub.say(room, 'welcome');
    await expect.poll(() => client.texts(room)).toEqual(['hello', 'welcome']);
  });

  test('is shown to oneself although it is sampled out for others', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    hub.whims.sample = true;
    say(client, 'mine');
    hub.say(room, 'theirs');
    await expect.poll(() => client.texts(room).sort()).toEqual(['mine', 'theirs']);
    expect(hub.topic(room).texts()).toEqual(['theirs']);
  });

  test('while away goes out afterwards, in the order of speaking', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    await hub.stop();
    for (const text of ['one', 'two', 'three']) say(client, text);
    expect(own(client)).toEqual(['sending', 'sending', 'sending']);
    await hub.listen();
    await expect.poll(() => client.texts(room), { timeout: 5_000 }).toEqual(['one', 'two', 'three']);
  });

  test('whose ack was lost is said again under the same id, and is there once', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    hub.whims.swallowAcks = true;
    const id = say(client, 'once');
    await expect.poll(() => hub.topic(room).texts()).toEqual(['once']);
    hub.cutConnections();
    hub.whims.swallowAcks = false;
    await expect.poll(() => sent(hub).length, { timeout: 5_000 }).toBe(2);
    expect(sent(hub).map((message) => message.id)).toEqual([id, id]);
    await expect.poll(() => own(client)).toEqual([]);
    expect([client.texts(room), hub.topic(room).texts()]).toEqual([['once'], ['once']]);
  });

  test('and gets no answer on a connection that lives is said again after a while', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    hub.whims.swallowAcks = true;
    say(client, 'once');
    await expect.poll(() => sent(hub).length, { timeout: 5_000 }).toBe(2);
    expect(hub.topic(room).texts()).toEqual(['once']);
  });
});

describe('a hub that is busy', () => {
  const busy: Refusal = { code: 'busy', retry: 'later', retryAfterMs: 150 };

  test('is asked again when it says, and what was said later waits its turn', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    hub.whims.refusals = [busy, busy];
    const began = Date.now();
    const [first] = [say(client, 'one'), say(client, 'two')];
    await expect.poll(() => client.viewOf(room).own[0]).toMatchObject({ id: first, status: 'sending', error: busy });
    await expect.poll(() => client.texts(room)).toEqual(['one', 'two']);
    expect(Date.now() - began).toBeGreaterThanOrEqual(300);
  });

  test('for too long leaves the message unsent, and it can be sent again under its id', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub, { settings: { sendPatienceMs: 400 } });
    hub.whims.refusals = Array.from({ length: 10 }, () => busy);
    const id = say(client, 'late');
    await expect.poll(() => own(client)).toEqual(['unsent']);
    hub.whims.refusals = [];
    client.resend(room, id);
    expect(own(client)).toEqual(['sending']);
    await expect.poll(() => client.texts(room)).toEqual(['late']);
    expect(hub.topic(room).find(id)).toMatchObject({ text: 'late' });
  });

  test('that asks to wait longer than we try says so at once', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    const muted: Refusal = { code: 'topic.muted', retry: 'later', retryAfterMs: 600_000 };
    hub.whims.refusals = [muted];
    say(client, 'muted');
    await expect.poll(() => client.viewOf(room).own).toMatchObject([{ status: 'unsent', error: muted }]);
  });
});

describe('a refused message', () => {
  const never: Refusal = { code: 'message.too-long', retry: 'never', field: 'text' };

  test('says why, lets the next one pass and can be forgotten', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    hub.whims.refusals = [never];
    const id = say(client, 'no');
    say(client, 'yes');
    await expect.poll(() => client.texts(room)).toEqual(['yes']);
    expect(client.viewOf(room).own).toMatchObject([{ id, status: 'refused', error: never }]);
    client.discard(room, id);
    expect(client.viewOf(room).own).toEqual([]);
  });

  test('for want of a good ticket goes out with another one', async () => {
    await using hub = await TinyHub.start();
    const asked: (string | undefined)[] = [];
    const ticket = async (refused?: string): Promise<string> => {
      asked.push(refused);
      return refused ? 'second' : 'first';
    };
    using client = await inTheRoom(hub, { ticket });
    hub.whims.refusals = [{ code: 'ticket.refused', retry: 'sign-in' }];
    say(client, 'hello');
    await expect.poll(() => client.texts(room), { timeout: 5_000 }).toEqual(['hello']);
    expect([hub.tickets, asked]).toEqual([
      ['first', 'second'],
      [undefined, 'first'],
    ]);
  });

  test('of a viewer without a name is refused at once', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub, { ticket: async () => undefined });
    hub.whims.refusals = [{ code: 'ticket.missing', retry: 'sign-in' }];
    say(client, 'hello');
    await expect.poll(() => client.viewOf(room).own).toMatchObject([{ status: 'refused', error: { code: 'ticket.missing' } }]);
    expect(hub.tickets).toEqual([undefined]);
  });
});

describe('a held message', () => {
  test('waits, is published in its place, and its verdict is seen and told once', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    const told: string[] = [];
    client.onSettled(({ status }) => told.push(status));
    hub.whims.hold = true;
    const id = say(client, 'wait');
    await expect.poll(() => own(client)).toEqual(['held']);
    hub.say(room, 'meanwhile');
    hub.publish(hub.topic(room).append('wait', { id }));
    for (let repeat = 0; repeat < 2; repeat += 1) hub.settle({ id, topic: room, status: 'published', seq: 2 });
    await expect.poll(() => hub.seenVerdicts).toEqual([id, id]);
    expect([client.texts(room), own(client), told]).toEqual([['meanwhile', 'wait'], [], ['published']]);
  });

  test('is there again after a reload, and so is a verdict that was not seen', async () => {
    await using hub = await TinyHub.start();
    hub.topic(room).held.push({ id: '00000000-0000-7000-8000-000000000001', kind: 'chat', text: 'held before', at: 1 });
    hub.topic(room).settled = [{ id: '00000000-0000-7000-8000-000000000002', topic: room, status: 'rejected', rule: 'spam' }];
    using client = aClient(hub.url);
    const told: string[] = [];
    client.onSettled(({ rule }) => told.push(String(rule)));
    client.follow(room, () => undefined);
    await expect.poll(() => client.viewOf(room).own).toMatchObject([{ text: 'held before', status: 'held' }]);
    expect(told).toEqual(['spam']);
  });

  test('is taken back by its author', async () => {
    await using hub = await TinyHub.start();
    using client = await inTheRoom(hub);
    await client.retract(room, '00000000-0000-7000-8000-000000000001');
    expect(hub.payloads('message.retract')).toEqual([{ topic: room, id: '00000000-0000-7000-8000-000000000001' }]);
    await hub.stop();
    await expect(client.retract(room, 'x')).rejects.toBeInstanceOf(RequestRefused);
  });
});

test('reactions and beats go out while there is a socket', async () => {
  await using hub = await TinyHub.start();
  using client = await inTheRoom(hub);
  client.react(room, 'wow', 3);
  client.beat({ channel: 'cnsa', playing: true });
  await expect.poll(() => hub.payloads('watch.beat')).toEqual([{ channel: 'cnsa', playing: true }]);
  expect(hub.payloads('reaction.add')).toEqual([{ topic: room, name: 'wow', count: 3 }]);
});
