import { describe, expect, test, vi } from 'vitest';
import { type LogReader, WarmTopic } from './warm-topic.js';
import type { LogRow, TopicHead } from './log.types.js';

const aHead = (seq: number, epoch = 'e1'): TopicHead => ({ epoch, seq, mode: {}, modeVersion: 1, audience: 'public' });
const aRow = (seq: number): LogRow => ({ seq, at: seq, kind: 'announcement', id: `${seq}`, body: { text: `${seq}` }, retracted: false });
const anEntry = (seq: number) => ({ seq, at: seq, kind: 'announcement' as const, text: `${seq}`, fallback: '' });
const rowsBetween = (after: number, seq: number) => Array.from({ length: seq - after }, (_, i) => aRow(after + i + 1));

/** A topic over a log that a test moves by hand. */
function aTopic(store = { seq: 0, epoch: 'e1' }) {
  const changed = vi.fn();
  const missed = vi.fn();
  const log: LogReader = {
    open: async () => ({ head: aHead(store.seq, store.epoch), rows: rowsBetween(0, store.seq) }),
    after: async (after) => ({ head: aHead(store.seq, store.epoch), rows: rowsBetween(after, store.seq) }),
    endEpoch: async (_epoch, seen) => void Object.assign(store, { seq: seen + 1_000, epoch: 'e2' }),
  };
  const topic = new WarmTopic('room:a', { head: aHead(store.seq, store.epoch), rows: rowsBetween(0, store.seq) }, log, changed, missed);
  return { topic, store, changed, missed, seqs: () => topic.ring.since(0)?.map(({ seq }) => seq) };
}
const range = (after: number, seq: number) => ({ after, seq, entries: rowsBetween(after, seq).map(({ seq: n }) => anEntry(n)) });

describe('E5: what arrives out of order', () => {
  test('waits for what is missing, and is taken with it', () => {
    const { topic, seqs } = aTopic();
    topic.hear({ log: { epoch: 'e1', ranges: [range(2, 3)] } });
    expect(seqs()).toEqual([]);
    topic.hear({ log: { epoch: 'e1', ranges: [range(0, 2)] } });
    expect(seqs()).toEqual([1, 2, 3]);
    topic.close();
  });

  test('is read from the store when the missing range does not come within 250 ms', async () => {
    vi.useFakeTimers();
    try {
      const { topic, store, seqs } = aTopic();
      store.seq = 4;
      topic.hear({ log: { epoch: 'e1', ranges: [range(3, 4)] } });
      await vi.advanceTimersByTimeAsync(260);
      expect(seqs()).toEqual([1, 2, 3, 4]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is healed by the two-second look when the bus said nothing at all', async () => {
    const { topic, store, seqs } = aTopic();
    store.seq = 3;
    await topic.compare(aHead(3));
    expect(seqs()).toEqual([1, 2, 3]);
  });
});

test('E13: a store that has gone back ends the epoch, and the ring starts again', async () => {
  const { topic, store } = aTopic({ seq: 5, epoch: 'e1' });
  store.seq = 3;
  await topic.compare(aHead(3));
  expect(topic.ring.epoch).toBe('e2');
  expect(topic.ring.head).toBe(1_005);
});

describe('E7: state', () => {
  test('that follows is taken, and an older revision of a key is not', () => {
    const { topic } = aTopic();
    topic.hear({ state: { after: 0, rev: 10, state: { a: 'new' } } });
    topic.hear({ state: { after: 0, rev: 5, state: { a: 'old', b: 'b' } } });
    expect(topic.shownState()).toEqual({ a: 'new', b: 'b' });
  });

  test('that does not follow is not taken: one was lost, and the hash is read', () => {
    const { topic, missed } = aTopic();
    topic.hear({ state: { after: 0, rev: 10, state: { a: 1 } } });
    topic.hear({ state: { after: 20, rev: 30, state: { b: 1 } } });
    expect(missed).toHaveBeenCalledOnce();
    expect(topic.rev).toBe(10);
  });

  test('caught up with passes those who have heard of a later revision', () => {
    const { topic } = aTopic();
    topic.hear({ state: { after: 0, rev: 30, state: { b: 1 } } });
    topic.catchUp(
      30,
      new Map([
        ['a', { rev: 20, value: 'missed' }],
        ['b', { rev: 30, value: 1 }],
      ]),
    );
    topic.catchUp(
      31,
      new Map([
        ['a', { rev: 20, value: 'missed' }],
        ['b', { rev: 30, value: 1 }],
      ]),
    );
    expect(topic.state.get('a')?.value).toBe('missed');
  });
});
