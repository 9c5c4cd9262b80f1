import { describe, expect, test, vi } from 'vitest';
import { SqlError } from '../database/index.js';
import { AppendLane } from './append-lane.js';
import type { AppendItem, Appended } from './log.types.js';

const anItem = (id: string, topic = 'room:a'): AppendItem => ({ id, topic, author: null, kind: 'message', body: {} });
const published = (item: AppendItem, seq: number): Appended => ({
  id: item.id,
  topic: item.topic,
  outcome: 'published',
  epoch: 'e',
  seq,
  at: 1,
});
const race = () => new SqlError({ message: 'duplicate key', code: '23505' });

function aLane(run: (items: readonly AppendItem[]) => Promise<Appended[]>) {
  const committed: string[][] = [];
  const lane = new AppendLane(run, (items) => committed.push(items.map(({ id }) => id)));
  return { lane, committed };
}

describe('E3: an append lane', () => {
  test('puts what comes within 20 ms into one batch', async () => {
    const run = vi.fn(async (items: readonly AppendItem[]) => items.map((item, i) => published(item, i + 1)));
    const { lane } = aLane(run);
    const answers = await Promise.all(['a', 'b', 'c'].map((id) => lane.append(anItem(id))));
    expect(answers.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('lets the store rest after a batch twenty times as long as it took, at most 80 ms, unless enough rows wait', async () => {
    vi.useFakeTimers();
    try {
      const leftAt: number[] = [];
      const tookMs = [2, 30, 1, 1];
      const { lane } = aLane(async (items) => {
        await new Promise((resolve) => setTimeout(resolve, tookMs[leftAt.push(performance.now()) - 1]));
        return items.map((item, i) => published(item, i));
      });
      const began = performance.now();
      const saying = setInterval(() => void lane.append(anItem(crypto.randomUUID())), 5);
      await vi.advanceTimersByTimeAsync(170);
      clearInterval(saying);
      // 20 ms after the first row; 20 × 2 ms after that; 80 ms, for 20 × 30 would be more; then 20 ms after the first row that waits.
      expect(leftAt.map((at) => Math.round(at - began))).toEqual([25, 65, 145, 165]);
      while (lane.depth < 99) void lane.append(anItem(crypto.randomUUID()));
      expect(leftAt).toHaveLength(4);
      void lane.append(anItem(crypto.randomUUID()));
      expect(leftAt).toHaveLength(5);
    } finally {
      vi.useRealTimers();
    }
  });

  test('has one batch in flight, and names an id once in it', async () => {
    let flying = 0;
    const { lane, committed } = aLane(async (items) => {
      expect(++flying).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      flying--;
      return items.map((item, i) => published(item, i));
    });
    await Promise.all(['a', 'a', 'b', 'a'].map((id) => lane.append(anItem(id))));
    expect(committed).toEqual([['a', 'b'], ['a'], ['a']]);
  });

  test('answers after the commit and after telling of it', async () => {
    const order: string[] = [];
    const lane = new AppendLane(
      async (items) => (order.push('commit'), items.map((item) => published(item, 1))),
      () => order.push('told'),
    );
    await lane.append(anItem('a'));
    expect([...order, 'acked']).toEqual(['commit', 'told', 'acked']);
  });

  test('repeats a batch that lost a race once, then goes item by item so that one row cannot spoil it', async () => {
    const { lane, committed } = aLane(async (items) => {
      if (items.some(({ id }) => id === 'twice')) throw race();
      return items.map((item) => published(item, 1));
    });
    const [good, bad] = await Promise.allSettled([lane.append(anItem('good')), lane.append(anItem('twice'))]);
    expect(good.status).toBe('fulfilled');
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'busy' } });
    expect(committed).toEqual([['good']]);
  });

  test('refuses a row that the store cannot keep, for good, and keeps the rest of its batch', async () => {
    const { lane } = aLane(async (items) => {
      if (items.some(({ id }) => id === 'odd')) throw new SqlError({ message: 'unsupported Unicode escape', code: '22P05' });
      return items.map((item) => published(item, 1));
    });
    const [good, odd] = await Promise.allSettled([lane.append(anItem('good')), lane.append(anItem('odd'))]);
    expect(good.status).toBe('fulfilled');
    expect(odd).toMatchObject({ status: 'rejected', reason: { code: 'event.malformed' } });
  });

  test('tells those behind a silent batch that the hub is busy', async () => {
    vi.useFakeTimers();
    try {
      const { lane } = aLane(() => new Promise(() => undefined));
      void lane.append(anItem('in the air')).catch(() => undefined);
      await vi.advanceTimersByTimeAsync(30);
      const behind = lane.append(anItem('behind')).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(3_000);
      expect(await behind).toMatchObject({ code: 'busy' });
    } finally {
      vi.useRealTimers();
    }
  });

  test('refuses the 2,001st row at once', async () => {
    const { lane } = aLane(() => new Promise(() => undefined));
    void lane.append(anItem('flying')).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 30));
    for (let i = 0; i < 2_000; i++) void lane.append(anItem(`${i}`)).catch(() => undefined);
    await expect(lane.append(anItem('last'))).rejects.toMatchObject({ code: 'busy' });
  });

  test('tells whoever waits longer than 2 s for a silent store that the hub is busy', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const { lane } = aLane(() => new Promise(() => undefined));
      const inFlight = lane.append(anItem('a'));
      const refusal = inFlight.catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(2_100);
      expect(await refusal).toMatchObject({ code: 'busy' });
    } finally {
      vi.useRealTimers();
    }
  });
});
