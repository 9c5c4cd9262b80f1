import type { JoinTopics } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { aClient, type TestClient } from './a-client.js';
import { TinyHub } from './tiny-hub.js';

const room = 'room:cnsa';
const nothing = (): void => undefined;
const live = (client: TestClient, topic = room): Promise<void> =>
  expect.poll(() => client.viewOf(topic).status, { timeout: 5_000 }).toBe('live');
const joinsOf = (hub: TinyHub): JoinTopics[] => hub.payloads<JoinTopics>('topic.join');

describe('who follows a topic', () => {
  test('sees what was said and what is said, and is told of each change', async () => {
    await using hub = await TinyHub.start();
    hub.say(room, 'before');
    using client = aClient(hub.url);
    let changes = 0;
    client.follow(room, () => (changes += 1));
    await live(client);
    hub.say(room, 'one', 'two');
    await expect.poll(() => client.texts(room)).toEqual(['before', 'one', 'two']);
    expect(changes).toBe(3);
    expect(client.viewOf(room)).toBe(client.viewOf(room));
  });

  test('of several topics joins them in one call, and of more than eight in two', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    for (let index = 0; index < 10; index += 1) client.follow(`room:r${index}`, nothing);
    await live(client, 'room:r9');
    expect(joinsOf(hub).map(({ topics }) => topics.length)).toEqual([8, 2]);
  });

  test('and was away joins again with its position, and misses nothing and sees nothing twice', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    client.follow(room, nothing);
    await live(client);
    hub.say(room, 'one');
    await expect.poll(() => client.texts(room)).toEqual(['one']);
    await hub.stop();
    await expect.poll(() => client.viewOf(room).status).toBe('behind');
    hub.say(room, 'two', 'three');
    await hub.listen();
    await expect.poll(() => client.texts(room), { timeout: 5_000 }).toEqual(['one', 'two', 'three']);
    expect(joinsOf(hub).at(-1)).toMatchObject({ topics: [{ topic: room, epoch: 'e1', after: 1, rev: 1 }] });
    expect(client.viewOf(room)).toMatchObject({ status: 'live', restarted: 0 });
  });

  test('and lost a frame asks once for what is missing', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    client.follow(room, nothing);
    await live(client);
    hub.whims.loseFrames = true;
    hub.say(room, 'lost');
    hub.whims.loseFrames = false;
    hub.say(room, 'two', 'three');
    await expect.poll(() => client.texts(room)).toEqual(['lost', 'two', 'three']);
    expect(joinsOf(hub)).toHaveLength(2);
  });

  test('throws everything away when the hub has begun another epoch', async () => {
    await using hub = await TinyHub.start();
    hub.say(room, 'old');
    using client = aClient(hub.url);
    client.follow(room, nothing);
    await live(client);
    hub.topic(room).beginAnew('e2');
    hub.say(room, 'new');
    await expect.poll(() => client.texts(room)).toEqual(['new']);
    expect(client.viewOf(room)).toMatchObject({ epoch: 'e2', seq: 1_001, restarted: 1, status: 'live' });
  });

  test('sees a retraction take the text away', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    client.follow(room, nothing);
    await live(client);
    hub.say(room, 'wrong');
    hub.publish(hub.topic(room).retract(1));
    await expect.poll(() => client.texts(room)).toEqual(['(retracted)']);
  });

  test('that does not exist learns so, and the others go on', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    client.follow('room:nowhere', nothing);
    client.follow(room, nothing);
    await live(client);
    expect(client.viewOf('room:nowhere')).toMatchObject({ status: 'refused', refusal: { code: 'topic.unknown' } });
  });

  test('leaves when the last follower stops, and comes back to where it was', async () => {
    await using hub = await TinyHub.start();
    using client = aClient(hub.url);
    const stops = [client.follow(room, nothing), client.follow(room, nothing)];
    await live(client);
    hub.say(room, 'one');
    await expect.poll(() => client.texts(room)).toEqual(['one']);
    stops[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(hub.payloads('topic.leave')).toEqual([]);
    stops[1]?.();
    await expect.poll(() => hub.payloads('topic.leave')).toEqual([{ topic: room }]);
    hub.say(room, 'two');
    client.follow(room, nothing);
    expect(client.texts(room)).toEqual(['one']);
    await expect.poll(() => client.texts(room)).toEqual(['one', 'two']);
  });

  test('and scrolls up gets history until there is no more', async () => {
    await using hub = await TinyHub.start();
    hub.say(room, ...Array.from({ length: 250 }, (_, index) => `m${index + 1}`));
    using client = aClient(hub.url);
    client.follow(room, nothing);
    await live(client);
    expect(client.texts(room)).toHaveLength(100);
    expect(await client.older(room)).toBe(true);
    expect(await client.older(room)).toBe(false);
    hub.say(room, 'new');
    await expect.poll(() => client.texts(room)).toHaveLength(251);
    expect(client.texts(room)[0]).toBe('m1');
  });
});

describe('who tracks state keys', () => {
  const lobby = 'lobby:week';

  test('joins from where the page stands and gets only what changed', async () => {
    await using hub = await TinyHub.start();
    hub.topic(lobby).put({ a: 1, b: 1 });
    using client = aClient(hub.url);
    client.follow(lobby, nothing, { mode: 'state', keys: ['a'], start: { epoch: 'e1', seq: 0, rev: 2, state: { a: 1, b: 1 } } });
    expect(client.viewOf(lobby).state).toEqual({ a: 1, b: 1 });
    await live(client, lobby);
    expect(joinsOf(hub)[0]).toEqual({
      topics: [{ topic: lobby, mode: 'state', epoch: 'e1', after: 0, rev: 2, keys: ['a'], patches: true }],
    });
    hub.publish(hub.topic(lobby).put({ a: 2 }));
    await expect.poll(() => client.viewOf(lobby).state).toEqual({ a: 2, b: 1 });
  });

  test('and scrolls tells the hub once, and gets the values of the keys that came into view', async () => {
    await using hub = await TinyHub.start();
    hub.topic(lobby).put({ a: 1, b: 1, c: 1 });
    using client = aClient(hub.url);
    client.follow(lobby, nothing, { keys: ['a'] });
    await live(client, lobby);
    hub.topic(lobby).put({ c: 2 });
    client.track(lobby, ['a', 'b']);
    client.track(lobby, ['b', 'c']);
    await expect.poll(() => client.viewOf(lobby).state).toEqual({ a: 1, b: 1, c: 2 });
    expect(hub.payloads('topic.track')).toEqual([{ topic: lobby, add: ['b', 'c'], remove: ['a'] }]);
  });

  test('while away gets the values of new keys too, for a join by rev tells only changes', async () => {
    await using hub = await TinyHub.start();
    hub.topic(lobby).put({ a: 1, b: 1 });
    using client = aClient(hub.url);
    client.follow(lobby, nothing, { keys: ['a'] });
    await live(client, lobby);
    await hub.stop();
    await expect.poll(() => client.connection.status).not.toBe('connected');
    client.track(lobby, ['a', 'b']);
    await hub.listen();
    await expect.poll(() => client.viewOf(lobby).state, { timeout: 5_000 }).toEqual({ a: 1, b: 1 });
    expect(joinsOf(hub).at(-1)).toMatchObject({ topics: [{ keys: ['a', 'b'] }] });
  });
});
