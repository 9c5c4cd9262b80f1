import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/index.js';
import { Metrics } from '../metrics/index.js';
import { Deliveries } from './deliveries.js';
import { EngineFigures } from './engine-figures.js';
import { frameSince, positionOf } from './frames.js';
import type { Subscription } from './subscriber.js';
import { WarmTopic } from './warm-topic.js';

type Heard = { after: number; seq: number; entries: { seq: number }[]; state?: object };
const anEntry = (seq: number) => ({ seq, at: seq, kind: 'announcement' as const, text: `${seq}`, fallback: '' });

/** What is inside a WebSocket message that carries a frame. */
function read(message: Buffer): Heard {
  const text = message.toString();
  return (JSON.parse(text.slice(text.indexOf('["frame"'))) as [string, Heard])[1];
}

function aRoom() {
  const log = { open: async () => undefined, after: async () => undefined, endEpoch: async () => undefined };
  const head = { epoch: 'e1', seq: 0, mode: {}, modeVersion: 1, audience: 'public' as const };
  const topic = new WarmTopic(
    'room:a',
    { head, rows: [] },
    log,
    () => undefined,
    () => undefined,
  );
  const deliveries = new Deliveries(new EngineFigures(new Metrics()));
  const aReader = () => {
    const heard: Heard[] = [];
    const state = { isClear: true };
    const subscriber = {
      id: 'a',
      viewer: {} as Viewer,
      gone: false,
      get isClear() {
        return state.isClear;
      },
      send: (frame: Buffer) => void heard.push(read(frame)),
      settled: () => undefined,
      tell: () => undefined,
      close: () => undefined,
    };
    const subscription: Subscription = { subscriber, topic, mode: 'full', cohort: 'full', sentRev: 0, sentSeq: 0 };
    deliveries.add(subscription);
    return { heard, state, subscription };
  };
  /** Entries up to `seq` come, and a tick tells of them. */
  const say = (seq: number) => {
    const from = positionOf(topic);
    topic.take({ after: from.seq, seq, entries: Array.from({ length: seq - from.seq }, (_, i) => anEntry(from.seq + i + 1)) });
    deliveries.send(topic, 'full', frameSince(topic, 'full', from), from);
  };
  const catchUp = () => deliveries.catchUp(({ topic: of, cohort }, from) => frameSince(of, cohort, from));
  return { topic, deliveries, aReader, say, catchUp };
}

describe('a reader who does not take what is sent', () => {
  test('is passed over, and gets everything missed in one frame when it reads again', () => {
    const { aReader, say, catchUp } = aRoom();
    const [slow, quick] = [aReader(), aReader()];
    say(1);
    slow.state.isClear = false;
    say(3);
    catchUp();
    say(4);
    catchUp();
    slow.state.isClear = true;
    catchUp();
    say(5);
    expect(slow.heard.map(({ after, seq }) => [after, seq])).toEqual([
      [0, 1],
      [1, 4],
      [4, 5],
    ]);
    expect(slow.heard[1]?.entries.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect(quick.heard.map(({ after, seq }) => [after, seq])).toEqual([
      [0, 1],
      [1, 3],
      [3, 4],
      [4, 5],
    ]);
  });

  test('for longer than the ring reaches back is told so by a gap', () => {
    const { aReader, say, catchUp } = aRoom();
    const slow = aReader();
    slow.state.isClear = false;
    say(1);
    for (let seq = 100; seq <= 2_000; seq += 100) say(seq);
    slow.state.isClear = true;
    catchUp();
    expect(slow.heard).toHaveLength(1);
    expect(slow.heard[0]?.after).toBeGreaterThan(0);
    expect(slow.heard[0]?.seq).toBe(2_000);
  });
});

describe('while frames are on their way', () => {
  test('a turn waits for them, and comes however many they are', async () => {
    const { aReader, say, deliveries } = aRoom();
    const readers = Array.from({ length: 600 }, aReader);
    const order: string[] = [];
    say(1);
    deliveries.serve(
      readers.slice(0, 300).map(({ subscription }) => subscription),
      () => order.push(`turn, all have ${readers.filter(({ heard }) => heard.length > 0).length}`),
    );
    deliveries.whenClear(() => order.push('not this'));
    deliveries.whenClear(() => order.push('clear'));
    expect(order).toEqual([]);
    while (deliveries.areUnderWay) await turn();
    expect(order).toEqual([...Array.from({ length: 300 }, () => 'turn, all have 600'), 'clear']);
    deliveries.whenClear(() => order.push('at once'));
    expect(order.at(-1)).toBe('at once');
  });
});

describe('a cohort of many', () => {
  test('gets its frame in slices, in order, and nobody who left meanwhile', async () => {
    const { aReader, say, deliveries } = aRoom();
    const readers = Array.from({ length: 600 }, aReader);
    say(1);
    expect(readers.filter(({ heard }) => heard.length > 0)).toHaveLength(256);
    expect(deliveries.areUnderWay).toBe(true);
    const last = readers.at(-1);
    if (last) deliveries.remove(last.subscription);
    say(2);
    while (deliveries.areUnderWay) await turn();
    expect(readers.slice(0, -1).every(({ heard }) => heard.map(({ seq }) => seq).join() === '1,2')).toBe(true);
    expect(last?.heard).toEqual([]);
  });
});

describe('E16: who rests', () => {
  test('gets no entries, and all of them in one frame when they are back', () => {
    const { topic, deliveries, aReader, say, catchUp } = aRoom();
    const [rests, stays] = [aReader(), aReader()];
    say(1);
    deliveries.rest(rests.subscription, positionOf(topic));
    say(3);
    deliveries.send(topic, 'resting', frameSince(topic, 'resting', { epoch: 'e1', seq: 1, rev: 0 }), { epoch: 'e1', seq: 1, rev: 0 });
    say(4);
    deliveries.wake(rests.subscription);
    catchUp();
    say(5);
    expect(rests.heard.map(({ after, seq, entries }) => [after, seq, entries.map((entry) => entry.seq)])).toEqual([
      [0, 1, [1]],
      [1, 3, []],
      [1, 4, [2, 3, 4]],
      [4, 5, [5]],
    ]);
    expect(stays.heard.map(({ seq }) => seq)).toEqual([1, 3, 4, 5]);
  });

  test('and was behind before begins where they fell behind', () => {
    const { topic, deliveries, aReader, say, catchUp } = aRoom();
    const slow = aReader();
    say(1);
    slow.state.isClear = false;
    say(3);
    deliveries.rest(slow.subscription, positionOf(topic));
    slow.state.isClear = true;
    catchUp();
    say(4);
    deliveries.wake(slow.subscription);
    catchUp();
    expect(slow.heard.at(-1)).toMatchObject({ after: 1, seq: 4 });
    expect(slow.heard.at(-1)?.entries.map(({ seq }) => seq)).toEqual([2, 3, 4]);
  });

  test('and wakes while a frame without entries is on its way does not get it', async () => {
    const { topic, deliveries, aReader, say, catchUp } = aRoom();
    const readers = Array.from({ length: 600 }, aReader);
    say(1);
    while (deliveries.areUnderWay) await turn();
    const here = positionOf(topic);
    for (const { subscription } of readers) deliveries.rest(subscription, here);
    say(2);
    deliveries.send(topic, 'resting', frameSince(topic, 'resting', here), here);
    const last = readers.at(-1);
    if (last) deliveries.wake(last.subscription);
    while (deliveries.areUnderWay) await turn();
    catchUp();
    expect(last?.heard.map(({ after, seq, entries }) => [after, seq, entries.length])).toEqual([
      [0, 1, 1],
      [1, 2, 1],
    ]);
  });
});
