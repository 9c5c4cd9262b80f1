import type { Frame } from '@yunhui/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFrame, aMessage, aSnapshot, epoch, idOf, topic } from '../test/a-log.js';
import { applyFrame, applyJoined, applyPolled, fallBehind, fillIn, putHistory, startAt, takeSnapshot } from './apply-frame.js';
import { emptyReplica, type TopicReplica } from './topic-view.js';

const fresh = emptyReplica(topic, 200);
const at = (seq: number): TopicReplica => applyJoined(startAt(fresh, { epoch, seq, rev: 1 }), { recovered: true });
const numbers = (replica: TopicReplica): number[] => replica.entries.map((entry) => entry.seq);

/** A log of up to 60 numbers, some sampled out, cut into frames at random, doubled, overlapping and shuffled. */
const cutLog = fc
  .record({
    length: fc.integer({ min: 1, max: 60 }),
    hidden: fc.uniqueArray(fc.integer({ min: 1, max: 60 })),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 59 })),
    again: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 10 }),
  })
  .chain(({ length, hidden, cuts, again }) => {
    const edges = [0, ...cuts.filter((cut) => cut < length).sort((one, other) => one - other), length];
    const cover = edges.slice(1).map((seq, index) => aFrame(edges[index] ?? 0, seq, new Set(hidden)));
    const extra = again.map(([from, to]) => aFrame(Math.min(from, to, length), Math.min(Math.max(from, to), length), new Set(hidden)));
    const shown = aFrame(0, length, new Set(hidden)).entries;
    return fc.record({
      frames: fc.shuffledSubarray([...cover, ...extra], { minLength: cover.length + extra.length }),
      shown: fc.constant(shown),
      length: fc.constant(length),
    });
  });

describe('frames of a log', () => {
  test('give the same entries in order, nothing twice and nothing missing, however they are cut, doubled and shuffled', () => {
    fc.assert(
      fc.property(cutLog, ({ frames, shown, length }) => {
        const view = frames.reduce(applyFrame, at(0));
        expect(view.entries).toEqual(shown);
        expect(view).toMatchObject({ seq: length, status: 'live', waiting: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('never show a number before those that lie before it', () => {
    fc.assert(
      fc.property(cutLog, ({ frames, shown }) => {
        let view = at(0);
        for (const frame of frames) {
          view = applyFrame(view, frame);
          expect(view.entries).toEqual(shown.filter((entry) => entry.seq <= view.seq));
        }
      }),
    );
  });

  test('count what was sampled out: dropped is always the range without the entries', () => {
    fc.assert(
      fc.property(cutLog, ({ frames }) => {
        for (const frame of frames) expect(frame.dropped).toBe(frame.seq - frame.after - frame.entries.length);
      }),
    );
  });

  test('leave the last 200 entries', () => {
    const view = applyFrame(at(0), aFrame(0, 250));
    expect(numbers(view)).toEqual(Array.from({ length: 200 }, (_, index) => index + 51));
  });
});

describe('a frame', () => {
  test('that is known is ignored, and the view stays as it is', () => {
    const view = applyFrame(at(5), aFrame(3, 5));
    expect(view).toMatchObject({ seq: 5, entries: [], status: 'live' });
  });

  test('that overlaps adds what is new in it', () => {
    expect(numbers(applyFrame(at(4), aFrame(2, 6)))).toEqual([5, 6]);
  });

  test('after a hole waits, with its state, and the view is behind', () => {
    const late: Frame = { ...aFrame(5, 7), rev: 9, state: { pin: 'x' } };
    const view = applyFrame(at(3), late);
    expect(view).toMatchObject({ seq: 3, rev: 1, entries: [], state: {}, status: 'behind' });
    expect(applyFrame(view, aFrame(3, 5))).toMatchObject({ seq: 7, rev: 9, state: { pin: 'x' }, status: 'live', waiting: [] });
  });

  test('of another epoch waits until the snapshot of that epoch is taken', () => {
    const view = applyFrame(applyFrame(at(0), aFrame(0, 3)), { ...aFrame(1_010, 1_012), epoch: 'e2' });
    expect(view).toMatchObject({ status: 'behind', seq: 3 });
    const anew = applyJoined(view, { recovered: false, snapshot: aSnapshot(1_005, 1_010, { epoch: 'e2' }) });
    expect(anew).toMatchObject({ epoch: 'e2', seq: 1_012, restarted: 1, status: 'live' });
    expect(numbers(anew)).toEqual([1_006, 1_007, 1_008, 1_009, 1_010, 1_011, 1_012]);
  });

  test('that comes before the first answer waits for it', () => {
    const early = applyFrame(fresh, aFrame(10, 12));
    expect(early).toMatchObject({ status: 'joining', entries: [] });
    expect(numbers(applyJoined(early, { recovered: false, snapshot: aSnapshot(8, 10) }))).toEqual([9, 10, 11, 12]);
  });

  test('with an entry of an unknown kind shows it by its fallback, or not at all', () => {
    const entries = [
      { seq: 1, at: 1, kind: 'poll.opened' as const, fallback: 'A poll' },
      { seq: 2, at: 2, kind: 'mode' as const },
    ];
    expect(numbers(applyFrame(at(0), { ...aFrame(0, 2), entries, dropped: 0 }))).toEqual([1]);
  });

  test('with a hint of a moderators’ queue keeps it: what it hints at is read by HTTP', () => {
    const entries = [{ seq: 1, at: 1, kind: 'hold.added' as const, id: idOf(7), risk: 'high' }];
    expect(applyFrame(at(0), { ...aFrame(0, 1), entries, dropped: 0 }).entries).toEqual(entries);
  });
});

describe('a retraction', () => {
  const retraction = { seq: 4, at: 40, kind: 'retraction' as const, targets: [2], by: 'moderator' as const };
  const retract: Frame = { ...aFrame(3, 4), entries: [retraction], dropped: 0 };

  test('leaves of its target the place and the id', () => {
    const view = applyFrame(applyFrame(at(0), aFrame(0, 3)), retract);
    expect(view.entries[1]).toEqual({ seq: 2, at: 20, kind: 'message', message: { id: idOf(2), retracted: true } });
    expect(JSON.stringify(view)).not.toContain('message 2');
  });

  test('redraws whoever goes by another name, also where they are quoted, and what they say later has it already', () => {
    const quote = {
      ...aMessage(2),
      message: { ...aMessage(2).message, author: { id: 'u2', name: 'Bob' }, replyTo: { seq: 1, name: 'Ada', text: '' } },
    };
    const renamed = { seq: 3, at: 30, kind: 'author.renamed' as const, author: 'u1', name: 'Eve' };
    const before = startAt(fresh, { epoch, seq: 2, rev: 1, entries: [aMessage(1), quote] });
    const view = applyFrame(before, { ...aFrame(2, 4), entries: [renamed, aMessage(4)] });
    expect(view.entries.flatMap((entry) => ('message' in entry ? [entry.message] : []))).toMatchObject([
      { author: { name: 'Eve' } },
      { author: { name: 'Bob' }, replyTo: { name: 'Eve' } },
      { author: { name: 'Ada' } },
    ]);
  });

  test('takes the words out of quotes too', () => {
    const reply = aMessage(3, 'what?');
    const quoting = { ...reply, message: { ...reply.message, replyTo: { seq: 2, name: 'Ada', text: 'message 2' } } };
    const view = applyFrame(applyFrame(at(0), { ...aFrame(0, 3), entries: [aMessage(1), aMessage(2), quoting] }), retract);
    expect(view.entries[2]).toMatchObject({ message: { text: 'what?', replyTo: { seq: 2, name: 'Ada', text: '' } } });
    expect(JSON.stringify(view)).not.toContain('message 2');
  });

  test('holds for history that is loaded after it', () => {
    const view = putHistory(applyFrame(at(3), retract), [aMessage(3), aMessage(2), aMessage(1)], 1_000);
    expect(numbers(view)).toEqual([1, 2, 3, 4]);
    expect(JSON.stringify(view)).not.toContain('message 2');
  });
});

describe('a join', () => {
  test('that recovers brings what was missed', () => {
    const view = applyJoined(fallBehind(applyFrame(at(0), aFrame(0, 2))), { recovered: true, frames: [aFrame(2, 5)], seq: 5, rev: 7 });
    expect(view).toMatchObject({ seq: 5, rev: 7, status: 'live', restarted: 0 });
  });

  test('that brings less than it names leaves the view behind', () => {
    expect(applyJoined(at(0), { recovered: true, frames: [aFrame(0, 2)], seq: 5 })).toMatchObject({ seq: 2, status: 'behind' });
  });

  test('that does not recover throws everything shown away', () => {
    const view = applyJoined(applyFrame(at(0), aFrame(0, 3)), { recovered: false, snapshot: aSnapshot(2_000, 2_003) });
    expect(view).toMatchObject({ seq: 2_003, restarted: 1 });
    expect(numbers(view)).toEqual([2_001, 2_002, 2_003]);
  });

  test('for the first time is no restart', () => {
    expect(takeSnapshot(fresh, aSnapshot(0, 3)).restarted).toBe(0);
  });
});

describe('a polled snapshot', () => {
  test('is a frame: it adds what is new', () => {
    const view = applyPolled(applyFrame(at(0), aFrame(0, 3)), aSnapshot(1, 5));
    expect(view).toMatchObject({ seq: 5, restarted: 0, status: 'live' });
    expect(numbers(view)).toEqual([1, 2, 3, 4, 5]);
  });

  test('that begins after a hole waits for the frames between', () => {
    const behind = applyPolled(applyFrame(at(0), aFrame(0, 3)), aSnapshot(100, 105, { state: { viewers: 7 }, rev: 9 }));
    expect(behind).toMatchObject({ seq: 3, status: 'behind' });
    expect(applyJoined(behind, { recovered: true, frames: [aFrame(3, 100)] })).toMatchObject({
      seq: 105,
      status: 'live',
      state: { viewers: 7 },
    });
  });

  test('from an old cache changes nothing', () => {
    const view = applyPolled(startAt(fresh, { epoch, seq: 9, rev: 9, state: { pin: 'new' } }), aSnapshot(1, 5, { rev: 4, state: {} }));
    expect(view).toMatchObject({ seq: 9, state: { pin: 'new' } });
  });
});

test('history comes in front and stays when more is said', () => {
  const view = putHistory(applyFrame(at(300), aFrame(300, 500)), aFrame(200, 300).entries, 1_000);
  expect(numbers(applyFrame(view, aFrame(500, 501)))).toEqual(Array.from({ length: 301 }, (_, index) => index + 201));
});

describe('E16: a view that rests', () => {
  const resting = (seq: number): TopicReplica => ({ ...at(seq), resting: true });
  const stateAlone = (after: number, seq: number, rev: number) => ({
    ...aFrame(after, seq),
    entries: [],
    dropped: seq - after,
    rev,
    state: { pinned: rev },
  });

  test('takes the state and keeps its place: what it has not seen is still to come', () => {
    const view = [stateAlone(3, 9, 5), stateAlone(9, 20, 6)].reduce(applyFrame, resting(3));
    expect(view).toMatchObject({ seq: 3, state: { pinned: 6 }, waiting: [], status: 'live' });
    const back = applyFrame({ ...view, resting: false }, aFrame(3, 22));
    expect(numbers(back)).toEqual(Array.from({ length: 19 }, (_, index) => index + 4));
    expect(back).toMatchObject({ seq: 22, status: 'live' });
  });

  test('knows that it has a hole when the frame that brings it back begins further on', () => {
    const view = applyFrame({ ...applyFrame(resting(3), stateAlone(3, 2_000, 5)), resting: false }, aFrame(1_000, 2_001));
    expect(view).toMatchObject({ seq: 3, status: 'behind' });
  });

  test('takes entries that were on their way', () => {
    expect(numbers(applyFrame(resting(3), aFrame(3, 5)))).toEqual([4, 5]);
  });
});

describe('E16: what an overloaded hub left out', () => {
  const thinned = () => applyFrame(at(0), aFrame(0, 8, new Set([2, 4, 6, 8])));

  test('is put in where it belongs, by a snapshot that is polled or read for it, and nothing else moves', () => {
    for (const how of [fillIn, applyPolled]) {
      const view = how(thinned(), aSnapshot(0, 8));
      expect(numbers(view)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(view).toMatchObject({ seq: 8, restarted: 0 });
    }
  });

  test('is put in only up to where one stands, so that what comes next is no hole', () => {
    const view = fillIn(thinned(), aSnapshot(0, 12));
    expect(numbers(view)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(numbers(applyFrame(view, aFrame(8, 12))).length).toBe(12);
  });

  test('of another epoch is nothing of ours', () => {
    expect(numbers(fillIn(thinned(), { ...aSnapshot(0, 8), epoch: 'another' }))).toEqual([1, 3, 5, 7]);
  });
});
