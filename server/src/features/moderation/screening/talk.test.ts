import type { Burst } from '@yunhui/screening';
import { describe, expect, test } from 'vitest';
import type { Overheard } from './talk-memory.js';
import { Talk } from './talk.js';
import type { TalkStore } from './talk.store.js';

/** Nodes that tell each other at once, or not at all, and agree on names where they can. */
function nodes(count: number, { apart = false } = {}): Talk[] {
  const listeners: ((said: Overheard) => void)[] = [];
  const names = new Map<string, string>();
  const storeOf = (node: number): TalkStore =>
    ({
      onHeard: (listener: (said: Overheard) => void) => (listeners[node] = listener),
      tell: (said: Overheard) => {
        if (!apart) for (const [other, listener] of listeners.entries()) if (other !== node) listener(said);
      },
      nameOf: async (topic: string, { id }: Burst) => {
        if (apart) return id;
        names.set(topic, names.get(topic) ?? id);
        return names.get(topic) ?? id;
      },
    }) as unknown as TalkStore;
  return Array.from({ length: count }, (_, node) => new Talk(storeOf(node)));
}
const topic = 'room:one';
let messages = 0;
const say = async (talk: Talk, by: string, at: number): Promise<string | undefined> => {
  const { burst } = talk.note({ id: `m${messages++}`, topic, by, text: '今晚十点隔壁直播间抽奖送望远镜', at });
  return burst && talk.meet(topic, burst);
};

describe('a burst over several nodes', () => {
  test('is seen though none of them has had enough of it, and is one', async () => {
    const hub = nodes(4);
    const bursts = [];
    for (let i = 0; i < 12; i++) bursts.push(await say(hub[i % 4] as Talk, `person ${i}`, 1_000 + i));
    expect(bursts.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    expect(bursts[3]).toBeDefined();
    expect(new Set(bursts.slice(3)).size).toBe(1);
  });

  test('has one name, though each node heard of it first from its own', async () => {
    const hub = nodes(2);
    const [one, two] = hub as [Talk, Talk];
    const first = await Promise.all(Array.from({ length: 4 }, (_, i) => say(one, `a${i}`, 1_000 + i)));
    const second = await Promise.all(Array.from({ length: 4 }, (_, i) => say(two, `b${i}`, 990 + i)));
    expect(new Set([...first, ...second].filter(Boolean)).size).toBe(1);
    expect(await say(two, 'c', 1_100)).toBe(first[3]);
  });

  test('is counted by each node for itself while they hear nothing of each other', async () => {
    const [one, two] = nodes(2, { apart: true }) as [Talk, Talk];
    for (let i = 0; i < 3; i++) expect(await say(one, `a${i}`, 1_000 + i)).toBeUndefined();
    for (let i = 0; i < 3; i++) expect(await say(two, `b${i}`, 2_000 + i)).toBeUndefined();
    const names = [await say(one, 'a3', 3_000), await say(two, 'b3', 3_000)];
    expect(names.every((name) => name !== undefined)).toBe(true);
    expect(new Set(names).size).toBe(2);
  });
});
