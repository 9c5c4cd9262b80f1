import { describe, expect, test } from 'vitest';
import type { Redis } from '../redis/index.js';
import { PinnedStates } from './pinned-states.js';
import type { PinRow, PinsRepository } from './pins.repository.js';
import type { StateChange, TopicStates } from './topic-states.js';
import { type LogReader, WarmTopic } from './warm-topic.js';
import type { NewsListener, WarmTopics } from './warm-topics.js';

const unread: LogReader = { open: async () => undefined, after: async () => undefined, endEpoch: async () => undefined };
const pin = (seq: number, target: number) => ({ seq, at: seq, kind: 'pin' as const, target, fallback: '' });
const retraction = (seq: number, targets: number[]) => ({ seq, at: seq, kind: 'retraction' as const, targets, by: 'author' as const });

/** A conversation on a node whose row and Redis a test moves by hand. */
function aNode() {
  const world: { row?: PinRow; redis: boolean; reads: number } = { redis: true, reads: 0 };
  const put: StateChange[] = [];
  const heard: { news?: NewsListener; recovered?: () => void } = {};
  const pins = { of: async () => ((world.reads += 1), world.row) } as unknown as PinsRepository;
  const states = {
    rebuiltBy: () => undefined,
    put: async (_topic: string, changes: readonly StateChange[]) => (world.redis && put.push(...changes), world.redis),
  } as unknown as TopicStates;
  const warm = { onNews: (listener: NewsListener) => (heard.news = listener) } as unknown as WarmTopics;
  const redis = { onRecovered: (listener: () => void) => (heard.recovered = listener) } as unknown as Redis;
  new PinnedStates(pins, states, warm, redis).onModuleInit();

  const head = { epoch: 'e1', seq: 0, mode: {}, modeVersion: 1, audience: 'public' as const };
  const topic = new WarmTopic(
    'room:a',
    { head, rows: [] },
    unread,
    (changed) => heard.news?.(changed),
    () => undefined,
  );
  const hear = (entry: ReturnType<typeof pin> | ReturnType<typeof retraction>) =>
    topic.take({ after: entry.seq - 1, seq: entry.seq, entries: [entry] });
  return { world, put, topic, hear, recover: () => heard.recovered?.() };
}
const words: PinRow = { version: 1, seq: 1, name: '小满', text: '看这里', at: 5 };

describe('E7: what is pinned', () => {
  test('is put from the row when the log says that it has changed, and only then', async () => {
    const { world, put, hear } = aNode();
    world.row = words;
    hear(pin(1, 1));
    await expect.poll(() => put).toEqual([{ key: 'pinned', version: 1, value: { seq: 1, name: '小满', text: '看这里', at: 5 } }]);
    const { reads } = world;
    hear({ ...retraction(2, [7]), kind: 'announcement' as never });
    expect(world.reads).toBe(reads);
  });

  test('is nothing once the row has no words', async () => {
    const { world, put, hear } = aNode();
    hear(pin(1, 1));
    world.row = { ...words, version: 2, seq: null, name: null, text: null };
    hear(retraction(2, [1]));
    await expect.poll(() => put.at(-1)).toEqual({ key: 'pinned', version: 2, value: null });
  });

  test('is known to a node without Redis, which puts it once Redis is back', async () => {
    const { world, put, topic, hear, recover } = aNode();
    world.redis = false;
    world.row = words;
    hear(pin(1, 1));
    await expect.poll(() => topic.shownState()['pinned']).toMatchObject({ seq: 1, text: '看这里' });
    expect(put).toEqual([]);
    world.redis = true;
    recover();
    await expect.poll(() => put).toMatchObject([{ key: 'pinned', version: 1 }]);
  });
});
