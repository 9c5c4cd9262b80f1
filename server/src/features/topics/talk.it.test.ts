import type { SettledMessage, Snapshot } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AHub, aHub, type Guest } from '../../../test/a-hub.js';
import { Holds, Retractions, TopicHeads } from '../../platform/realtime/index.js';

let hub: AHub;
beforeAll(async () => {
  hub = await aHub();
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const ignore = () => undefined;
const textsOf = ({ client }: Guest, topic: string) =>
  client
    .viewOf(topic)
    .entries.flatMap((entry) =>
      entry.kind === 'message' && 'text' in (entry.message as object) ? [(entry.message as { text: string }).text] : [],
    );
const ownOf = ({ client }: Guest, topic: string) => client.viewOf(topic).own.map(({ id, status }) => ({ id, status }));
const soon = { timeout: 3_000, interval: 20 };

async function aTalk(mode = {}) {
  const topic = await hub.aRoom(mode);
  const [ada, bob] = await Promise.all([hub.aGuest('小满'), hub.aGuest('谷雨')]);
  for (const guest of [ada, bob]) guest.client.follow(topic, ignore);
  await expect.poll(() => [ada, bob].map(({ client }) => client.viewOf(topic).status), soon).toEqual(['live', 'live']);
  return { topic, ada, bob };
}

/** Everything that any public route says of a topic. */
async function everyAnswer(topic: string): Promise<string> {
  const head = (await (await hub.get(`/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
  const paths = [`snapshot`, `messages`, `messages?limit=200`, `frames?epoch=${head.epoch}&after=0`];
  const answers = await Promise.all(paths.map(async (path) => (await hub.get(`/api/v1/topics/${topic}/${path}`)).text()));
  return answers.join('\n');
}

describe('a message', () => {
  test('reaches everyone in the room, once and in order', async () => {
    const { topic, ada, bob } = await aTalk();
    for (const text of ['  你好 ', 'second', '🌍🔬']) ada.client.send({ topic, kind: 'chat', text });
    await expect.poll(() => textsOf(bob, topic), soon).toEqual(['你好', 'second', '🌍🔬']);
    expect(textsOf(ada, topic)).toEqual(['你好', 'second', '🌍🔬']);
    expect(ownOf(ada, topic)).toEqual([]);
  });

  test('is read by those who have no socket', async () => {
    const { topic, ada } = await aTalk();
    ada.client.send({ topic, kind: 'chat', text: 'heard by HTTP' });
    await expect.poll(() => everyAnswer(topic), soon).toContain('heard by HTTP');
    const first = await hub.get(`/api/v1/topics/${topic}/snapshot`);
    expect(first.headers.get('cache-control')).toBe('public, max-age=1');
    const again = await fetch(first.url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect(again.headers.get('vary')).toContain('Accept-Encoding');
  });

  test('is compressed for those who read it by HTTP and take that', async () => {
    const { topic, ada } = await aTalk();
    ada.client.send({ topic, kind: 'chat', text: '长'.repeat(400) });
    await expect.poll(() => everyAnswer(topic), soon).toContain('长长长');
    for (const coding of ['br', 'gzip', 'identity']) {
      const answer = await fetch(`${hub.url}/api/v1/topics/${topic}/snapshot`, { headers: { 'accept-encoding': coding } });
      expect(answer.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
      expect(await answer.text()).toContain('长长长');
    }
  });

  test('said without a socket is kept like any other, and its retry is the same message', async () => {
    const { topic, ada, bob } = await aTalk();
    const say = async () => {
      const answer = await fetch(`${hub.url}/api/v1/topics/${topic}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Ticket ${ada.ticket}` },
        body: JSON.stringify({ id: '018f3f3f-0000-7000-8000-00000000a001', kind: 'chat', text: 'by HTTP' }),
      });
      return (await answer.json()) as { seq: number; status: string };
    };
    const [first, retry] = [await say(), await say()];
    expect(retry).toMatchObject({ status: 'published', seq: first.seq });
    await expect.poll(() => textsOf(bob, topic), soon).toEqual(['by HTTP']);
  });
});

describe('E11: a held message', () => {
  test('is acked held, is nowhere until it passes, then takes its place and its sender is told', async () => {
    const { topic, ada, bob } = await aTalk({ reviewFirst: true });
    const told: SettledMessage[] = [];
    ada.client.onSettled((settled) => told.push(settled));
    const id = ada.client.send({ topic, kind: 'chat', text: 'please look' });
    await expect.poll(() => ownOf(ada, topic), soon).toEqual([{ id, status: 'held' }]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(textsOf(bob, topic)).toEqual([]);
    expect(await everyAnswer(topic)).not.toContain('please look');

    await hub.app.get(TopicHeads, { strict: false }).changeMode({ topic, mode: {}, said: { fallback: 'open' } });
    bob.client.send({ topic, kind: 'chat', text: 'meanwhile' });
    await expect.poll(() => textsOf(bob, topic), soon).toEqual(['meanwhile']);
    expect(await hub.app.get(Holds, { strict: false }).settle(id, 1, 'passed')).toBe(true);
    await expect.poll(() => textsOf(bob, topic), soon).toEqual(['meanwhile', 'please look']);
    await expect.poll(() => told, soon).toMatchObject([{ id, topic, status: 'published' }]);
    await expect.poll(() => ownOf(ada, topic), soon).toEqual([]);
  });

  test('that is rejected tells its sender the rule, also one who was away', async () => {
    const { topic, ada } = await aTalk({ reviewFirst: true });
    const id = ada.client.send({ topic, kind: 'chat', text: 'no' });
    await expect.poll(() => ownOf(ada, topic), soon).toEqual([{ id, status: 'held' }]);
    ada.client.close();
    await hub.app.get(Holds, { strict: false }).settle(id, 1, 'rejected', 'contact-details');
    const mine = await fetch(`${hub.url}/api/v1/topics/${topic}/mine`, { headers: { authorization: `Ticket ${ada.ticket}` } });
    expect(await mine.json()).toMatchObject({ held: [], settled: [{ id, status: 'rejected', rule: 'contact-details' }] });

    const back = hub.clientWith(ada.ticket);
    back.follow(topic, ignore);
    const unseen = () => hub.app.get(Holds, { strict: false }).mine(ada.id, topic);
    await expect.poll(async () => (await unseen()).settled, soon).toEqual([]);
  });

  test('is withdrawn by its sender', async () => {
    const { topic, ada, bob } = await aTalk({ reviewFirst: true });
    const id = ada.client.send({ topic, kind: 'chat', text: 'never mind' });
    await expect.poll(() => ownOf(ada, topic), soon).toEqual([{ id, status: 'held' }]);
    await expect(bob.client.retract(topic, id)).rejects.toMatchObject({ refusal: { code: 'message.unknown' } });
    await ada.client.retract(topic, id);
    expect(await hub.app.get(Holds, { strict: false }).settle(id, 1, 'passed')).toBe(false);
  });

  test('that is delayed appears after its delay, in its place, and not before', async () => {
    const { topic, ada, bob } = await aTalk({ delayMs: 1_200 });
    ada.client.send({ topic, kind: 'chat', text: 'late' });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await everyAnswer(topic)).not.toContain('late');
    expect(textsOf(bob, topic)).toEqual([]);
    await expect.poll(() => textsOf(bob, topic), soon).toEqual(['late']);
  });
});

describe('E12: a retracted message', () => {
  test('is gone from screens and from every answer, quotes included', async () => {
    const { topic, ada, bob } = await aTalk();
    const id = ada.client.send({ topic, kind: 'chat', text: 'regretted words' });
    await expect.poll(() => textsOf(bob, topic), soon).toEqual(['regretted words']);
    const { seq } = bob.client.viewOf(topic).entries.at(-1) as { seq: number };
    bob.client.send({ topic, kind: 'chat', text: 'what?', replyTo: seq });
    await expect.poll(() => everyAnswer(topic), soon).toContain('"replyTo":{"seq"');
    await ada.client.retract(topic, id);
    await expect.poll(() => JSON.stringify(bob.client.viewOf(topic).entries), soon).not.toContain('regretted');
    expect(textsOf(bob, topic)).toEqual(['what?']);
    expect(await everyAnswer(topic)).not.toContain('regretted');
  });

  test('by a moderator leaves within a tick and 100 ms of the commit, three times over at the most', async () => {
    const { topic, ada, bob } = await aTalk();
    ada.client.send({ topic, kind: 'chat', text: 'hurtful' });
    await expect.poll(() => textsOf(bob, topic), soon).toEqual(['hurtful']);
    const { seq } = bob.client.viewOf(topic).entries.at(-1) as { seq: number };
    await hub.app.get(Retractions, { strict: false }).retract({ topic, seqs: [seq], by: 'moderator', actor: null });
    const committedAt = performance.now();
    await expect.poll(() => textsOf(bob, topic), { timeout: 900, interval: 5 }).toEqual([]);
    expect(performance.now() - committedAt).toBeLessThan(900);
  });
});

describe('a topic', () => {
  test('that closes refuses the next word, whatever a node believed', async () => {
    const { topic, ada } = await aTalk();
    await hub.app.get(TopicHeads, { strict: false }).changeMode({ topic, mode: { closed: true }, said: { fallback: 'closed' } });
    ada.client.send({ topic, kind: 'chat', text: 'too late' });
    await expect
      .poll(() => ada.client.viewOf(topic).own.map(({ status, error }) => [status, error?.code]), soon)
      .toEqual([['refused', 'topic.closed']]);
  });

  test('in slow mode says how long to wait', async () => {
    const { topic, ada } = await aTalk({ slowModeMs: 60_000 });
    ada.client.send({ topic, kind: 'chat', text: 'one' });
    await expect.poll(() => textsOf(ada, topic), soon).toEqual(['one']);
    const answer = await fetch(`${hub.url}/api/v1/topics/${topic}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Ticket ${ada.ticket}` },
      body: JSON.stringify({ id: '018f3f3f-0000-7000-8000-00000000a002', kind: 'chat', text: 'two' }),
    });
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({ code: 'topic.slow-mode', retry: 'later' });
  });
});
