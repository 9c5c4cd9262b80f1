import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, afterAll, describe, expect, test, vi } from 'vitest';
import { type AHub, aHub, type Guest } from '../../../test/a-hub.js';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { engine } from '../realtime/index.js';
import { Ladder } from './ladder.js';
import { type Held, LadderRepository } from './ladder.repository.js';

/** The promises are 2 s a step up and 10 s a step down; a guard is three times as long. */
const patience = { interval: 50, timeout: 30_000 };

let hub: AHub;
let ladder: Ladder;
beforeAll(async () => {
  hub = await aHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0' });
  ladder = hub.app.get(Ladder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await keep(undefined);
});
afterAll(() => hub[Symbol.asyncDispose]());

const keep = async (held: Held | undefined) => {
  await hub.app.get(Database).transaction((tx) => hub.app.get(LadderRepository).replace(tx, held));
  ladder.hold(held);
};
const hold = (level: Held['level']) => keep({ level, reason: 'a test', until: new Date(Date.now() + 600_000) });
const texts = ({ client }: Guest, topic: string) =>
  client.viewOf(topic).entries.flatMap((entry) => {
    const { message } = entry as { message?: { text?: string } };
    return message ? [message.text ?? 'taken back'] : [];
  });
const inRoom = async (name: string, topic: string) => {
  const guest = await hub.aGuest(name);
  guest.client.follow(topic, () => undefined);
  await vi.waitFor(() => expect(guest.client.viewOf(topic).status).toBe('live'), patience);
  return guest;
};
const say = async (guest: Guest, topic: string, words: readonly string[]) => {
  for (const text of words) guest.client.send({ topic, kind: 'chat', text });
  await vi.waitFor(() => expect(guest.client.viewOf(topic).own).toEqual([]), patience);
};
/** Time goes on for who looks at the hub's clock, and for no timer. */
const later = (ms: number) => {
  const clock = hub.app.get(Clock);
  const now = clock.now.bind(clock);
  vi.spyOn(clock, 'now').mockImplementation(() => now() + ms);
};
const numbered = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `第${at + from}句`);

describe('a hub that does more than it can', () => {
  test(
    'leaves out every second message, says so, keeps all, and serves as before when it has room again',
    { timeout: 120_000 },
    async () => {
      const topic = await hub.aRoom();
      const [ada, bob] = [await inRoom('Ada', topic), await inRoom('Bob', topic)];
      const served: string[] = [];
      bob.client.onServing(({ mode, frameMs }) => served.push(`${mode} ${frameMs}`));
      const work = setInterval(() => {
        for (const until = performance.now() + 330; performance.now() < until;);
      }, 350);
      await vi.waitFor(() => expect(bob.client.serving.mode).toBe('sampled'), patience);
      clearInterval(work);
      await say(ada, topic, numbered(20));
      await vi.waitFor(() => expect(bob.client.viewOf(topic).seq).toBe(20), patience);
      expect(texts(bob, topic)).toEqual(numbered(20).filter((_, at) => at % 2 === 0));
      expect(texts(ada, topic)).toEqual(numbered(20)); // one's own are shown by their acks
      expect(bob.client.viewOf(topic)).toMatchObject({ status: 'live', restarted: 0 });

      await vi.waitFor(() => expect(served.at(-1)).toBe('full 200'), { interval: 50, timeout: 90_000 });
      expect(served.slice(0, 2)).toEqual(['full 400', 'sampled 500']);
      await say(ada, topic, numbered(3, 21));
      // What was left out is read afterwards, and stands where it was said.
      await vi.waitFor(() => expect(texts(bob, topic)).toEqual(numbered(23)), patience);
      const history = (await (await hub.get(`/api/v1/topics/${topic}/messages?limit=50`)).json()) as { items: unknown[] };
      expect(history.items).toHaveLength(23);
    },
  );
});

describe('on the level of state alone', () => {
  test('who neither plays nor types gets the state, and everything said meanwhile once they play', async () => {
    const topic = await hub.aRoom();
    const [ada, bob] = [await inRoom('Ada', topic), await inRoom('Bob', topic)];
    await say(ada, topic, ['先说的']);
    await vi.waitFor(() => expect(texts(bob, topic)).toEqual(['先说的']), patience);
    await hold('state');
    later(engine.serving.newMs + 1_000);
    await vi.waitFor(() => expect(bob.client.serving.mode).toBe('state'), patience);
    expect(ada.client.serving.mode).toBe('sampled');

    await say(ada, topic, numbered(6));
    ada.client.react(topic, 'clap', 3);
    await vi.waitFor(() => expect(bob.client.viewOf(topic).state['reactions']).toMatchObject({ clap: 3 }), patience);
    const [, second] = ada.client.viewOf(topic).entries as unknown as { message: { id: string } }[];
    await ada.client.retract(topic, second?.message.id ?? '');
    await sleep(engine.serving.restingEachMs);
    expect(texts(bob, topic)).toEqual(['先说的']);

    bob.client.beat({ channel: topic.slice('room:'.length), playing: true });
    await vi.waitFor(() => expect(texts(bob, topic)).toEqual(['先说的', 'taken back', ...numbered(5, 2)]), patience);
    expect(bob.client.serving.mode).toBe('sampled');
    expect(bob.client.viewOf(topic)).toMatchObject({ status: 'live', restarted: 0, seq: ada.client.viewOf(topic).seq });
  });

  test('a held message of somebody who rests is settled as ever', async () => {
    const topic = await hub.aRoom({ delayMs: 4_000 });
    const bob = await inRoom('Bob', topic);
    bob.client.send({ topic, kind: 'chat', text: '等一等' });
    await vi.waitFor(() => expect(bob.client.viewOf(topic).own).toMatchObject([{ status: 'held' }]), patience);
    const settled: string[] = [];
    bob.client.onSettled(({ status }) => settled.push(status));
    await hold('state');
    later(engine.serving.typesMs + 1_000);
    await vi.waitFor(() => expect(bob.client.serving.mode).toBe('state'), patience);
    await vi.waitFor(() => expect(settled).toEqual(['published']), patience);
  });
});

describe('on the level of HTTP', () => {
  test('watchers are sent to the snapshot, speakers keep their socket, and both see the same', async () => {
    const topic = await hub.aRoom();
    const [ada, bob] = [await inRoom('Ada', topic), await inRoom('Bob', topic)];
    await say(ada, topic, numbered(2));
    await hold('http');
    await vi.waitFor(() => expect(bob.client.connection.status).toBe('polling'), patience);
    await say(ada, topic, numbered(4, 3));
    await vi.waitFor(() => expect(texts(bob, topic)).toEqual(numbered(6)), patience);
    expect(bob.client.serving.mode).toBe('http');
    expect([ada.client.connection.status, ada.client.serving.mode]).toEqual(['connected', 'sampled']);
    await say(bob, topic, ['也能说']);
    await vi.waitFor(() => expect(texts(ada, topic)).toContain('也能说'), patience);

    await keep(undefined);
    bob.client.renew();
    await vi.waitFor(() => expect(bob.client.serving).toEqual({ mode: 'full', frameMs: 200 }), patience);
    await vi.waitFor(() => expect(texts(bob, topic)).toEqual(texts(ada, topic)), patience);
  });

  test('each level and each way of being served is a figure', async () => {
    await hold('sampled');
    const figures = await (await hub.get('/metrics')).text();
    expect(figures).toContain('hub_ladder_level{level="sampled"} 1');
    expect(figures).toMatch(/hub_ladder_steps_total\{level="sampled",cause="operator"\} \d/);
    expect(figures).toMatch(/hub_ladder_seconds_total\{level="slow"\} \d/);
    expect(figures).toMatch(/hub_entries_left_out_total \d/);
    expect(figures).toMatch(/hub_connections_served\{mode="(full|sampled)"\} [1-9]/);
  });
});
