import type { Entry } from '@yunhui/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeByTime, shortest, type Placed } from './merge.rules.js';

const said = (seq: number, at: number): Entry => ({
  seq,
  at,
  kind: 'message',
  message: { id: `m${seq}`, kind: 'chat', text: `${seq}`, author: { id: 'a', name: 'a' } },
});
const aLog = (topic: string) =>
  fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 }).map((gaps) => ({
    topic,
    entries: gaps.map((_, index) =>
      said(
        index + 1,
        gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap - 40, 1_000),
      ),
    ),
  }));
const keys = (placed: readonly Placed[]) => placed.map(({ topic, entry }) => `${topic}#${entry.seq}`);

test('nothing is lost, nothing is there twice, and each topic keeps its own order', () => {
  fc.assert(
    fc.property(aLog('room:a'), aLog('hashtag:x:b'), (room, hashtag) => {
      const merged = mergeByTime([room, hashtag]);
      for (const log of [room, hashtag])
        expect(merged.filter(({ topic }) => topic === log.topic).map(({ entry }) => entry)).toEqual(log.entries);
      expect(merged).toHaveLength(room.entries.length + hashtag.entries.length);
      expect(new Set(keys(merged)).size).toBe(merged.length);
    }),
  );
});

test('who comes later moves nobody: what was merged before stands in the same order afterwards', () => {
  fc.assert(
    fc.property(aLog('room:a'), aLog('hashtag:x:b'), fc.nat(40), fc.nat(40), (room, hashtag, roomKnown, hashtagKnown) => {
      const before = [
        { ...room, entries: room.entries.slice(0, roomKnown) },
        { ...hashtag, entries: hashtag.entries.slice(0, hashtagKnown) },
      ];
      const known = new Set(keys(mergeByTime(before)));
      const after = keys(mergeByTime([room, hashtag]));
      expect(after.filter((key) => known.has(key))).toEqual(keys(mergeByTime(before)));
    }),
  );
});

test('by time, and the room first at the same moment', () => {
  const room = { topic: 'room:a', entries: [said(1, 10), said(2, 30)] };
  const hashtag = { topic: 'hashtag:x:b', entries: [said(1, 10), said(2, 20), said(3, 40)] };
  expect(keys(mergeByTime([room, hashtag]))).toEqual(['room:a#1', 'hashtag:x:b#1', 'hashtag:x:b#2', 'room:a#2', 'hashtag:x:b#3']);
});

test('what lies before the shortest log is left out, because there would be holes, and is loaded from it', () => {
  const room = { topic: 'room:a', entries: [said(1, 10), said(2, 500)] };
  const busy = { topic: 'hashtag:x:b', entries: [said(801, 300), said(802, 600)] };
  expect(keys(mergeByTime([room, busy]))).toEqual(['hashtag:x:b#801', 'room:a#2', 'hashtag:x:b#802']);
  expect(shortest([room, busy])).toBe('hashtag:x:b');
  expect(shortest([room])).toBeUndefined();
});
