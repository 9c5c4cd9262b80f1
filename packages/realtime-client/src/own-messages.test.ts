import type { SendMessage, SentMessage } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { aFrame, aMessage, aSnapshot, epoch, idOf, topic } from '../test/a-log.js';
import { applyFrame, startAt, takeSnapshot } from './apply-frame.js';
import { applyAck, applySettled, changeOwn, restoreMine, sayOwn } from './own-messages.js';
import { emptyReplica, type TopicReplica } from './topic-view.js';

const author = { id: 'u9', name: 'Me' };
const request: SendMessage = { id: idOf(3), topic, kind: 'chat', text: ' mine ' };
const published: SentMessage = { id: idOf(3), status: 'published', at: 30, text: 'mine', seq: 3, epoch };
const held: SentMessage = { id: idOf(3), status: 'held', at: 30, text: 'mine' };

const room = startAt(emptyReplica(topic, 200), { epoch, seq: 1, rev: 1, entries: [aMessage(1)] });
const said = sayOwn(room, request, 25);
const texts = ({ entries }: TopicReplica): string[] =>
  entries.map((entry) =>
    'message' in entry && typeof entry.message === 'object' && entry.message && 'text' in entry.message
      ? String(entry.message.text)
      : entry.kind,
  );

describe("one's own message", () => {
  test('is sending until the hub answers', () => {
    expect(said.own).toMatchObject([{ id: request.id, text: ' mine ', at: 25, status: 'sending' }]);
  });

  test('is shown at its number by its ack, before its frame has come', () => {
    const view = applyAck(said, request, published, author);
    expect(view).toMatchObject({ seq: 1, own: [] });
    expect(texts(view)).toEqual(['message 1', 'mine']);
  });

  test('is not doubled when the frame brings it, and what came before it goes before it', () => {
    const view = applyFrame(applyAck(said, request, published, author), aFrame(1, 4));
    expect(texts(view)).toEqual(['message 1', 'message 2', 'message 3', 'message 4']);
  });

  test('stays although it was sampled out for others', () => {
    const view = applyFrame(applyAck(said, request, published, author), aFrame(1, 4, new Set([3])));
    expect(texts(view)).toEqual(['message 1', 'message 2', 'mine', 'message 4']);
  });

  test('whose frame was faster than its ack is there once', () => {
    const arrived = applyFrame(said, aFrame(1, 4));
    expect(arrived.own).toEqual([]);
    expect(texts(applyAck(arrived, request, published, author))).toEqual(['message 1', 'message 2', 'message 3', 'message 4']);
  });

  test('acked in an epoch that is not shown yet is shown with its snapshot', () => {
    const acked = applyAck(said, request, { ...published, epoch: 'e2', seq: 1_003 }, author);
    expect(texts(acked)).toEqual(['message 1']);
    expect(texts(takeSnapshot(acked, aSnapshot(1_000, 1_002, { epoch: 'e2' })))).toEqual(['message 1001', 'message 1002', 'mine']);
  });

  test('that is older than all that is shown hides no hole: history brings it', () => {
    const far = startAt(emptyReplica(topic, 200), { epoch, seq: 500, rev: 1, entries: [aMessage(500)] });
    expect(texts(applyAck(sayOwn(far, request, 25), request, published, author))).toEqual(['message 500']);
  });

  test('quotes the message that it answers', () => {
    const view = applyAck(said, { ...request, replyTo: 1 }, published, author);
    expect(view.entries[1]).toMatchObject({ message: { replyTo: { seq: 1, name: 'Ada', text: 'message 1' } } });
  });
});

describe('a message that was passed and whose pass is taken back', () => {
  const words = { kind: 'chat', text: 'message 3', at: 30 } as const;
  const shown = applyFrame(room, aFrame(1, 4));
  const again = applySettled(shown, { id: request.id, topic, status: 'held', held: words });

  test('is one’s own again and waits, and its place is empty before the log says so', () => {
    expect(again.own).toEqual([{ id: request.id, ...words, status: 'held' }]);
    expect(texts(again)).toEqual(['message 1', 'message 2', 'message', 'message 4']);
    expect(applyFrame(again, aFrame(4, 5)).own).toMatchObject([{ status: 'held' }]);
  });

  test('is found again by a client that was away', () => {
    const gone = applyFrame(shown, aFrame(4, 5, new Set([5])));
    const away = { ...gone, entries: again.entries };
    expect(restoreMine(away, { held: [{ id: request.id, ...words }], settled: [] }, new Set()).own).toMatchObject([{ text: 'message 3' }]);
  });

  test('is no longer one’s own when it is passed once more', () => {
    const passed = { ...aMessage(9), message: { ...aMessage(9).message, id: request.id } };
    expect(applyFrame(again, { ...aFrame(4, 9, new Set([5, 6, 7, 8, 9])), entries: [passed] as never }).own).toEqual([]);
  });
});

describe('a held message', () => {
  const waiting = applyAck(said, request, held, author);

  test('waits for its verdict, with the text as kept', () => {
    expect(waiting.own).toMatchObject([{ status: 'held', text: 'mine' }]);
  });

  test('with a status that is not known yet is held', () => {
    expect(applyAck(said, request, { ...held, status: 'queued' as 'held' }, author).own).toMatchObject([{ status: 'held' }]);
  });

  test('that is published stays until its entry comes', () => {
    const passed = applySettled(waiting, { id: request.id, topic, status: 'published', seq: 3 });
    expect(passed.own).toMatchObject([{ status: 'held', seq: 3 }]);
    expect(applyFrame(passed, aFrame(1, 3)).own).toEqual([]);
  });

  test.each(['rejected', 'expired'] as const)('that is %s says so and by which rule', (status) => {
    expect(applySettled(waiting, { id: request.id, topic, status, rule: 'spam' }).own).toMatchObject([{ status, rule: 'spam' }]);
  });

  test('whose rejection was taken back waits again, and no rule is named', () => {
    const rejected = applySettled(waiting, { id: request.id, topic, status: 'rejected', rule: 'ad' });
    const [own] = applySettled(rejected, { id: request.id, topic, status: 'held' }).own;
    expect(own).toMatchObject({ status: 'held' });
    expect(own?.rule).toBeUndefined();
  });

  test('that is withdrawn is gone', () => {
    expect(applySettled(waiting, { id: request.id, topic, status: 'withdrawn' }).own).toEqual([]);
  });

  test('comes back with a join after a reload', () => {
    const view = restoreMine(room, { held: [{ id: idOf(3), kind: 'chat', text: 'mine', at: 30 }], settled: [] }, new Set());
    expect(view.own).toMatchObject([{ id: idOf(3), status: 'held', text: 'mine' }]);
  });

  test('that was decided while one was away gets its verdict with the join', () => {
    const view = restoreMine(waiting, { held: [], settled: [{ id: request.id, topic, status: 'rejected' }] }, new Set([request.id]));
    expect(view.own).toMatchObject([{ status: 'rejected' }]);
  });

  test('that was decided in another tab is no longer shown as held', () => {
    expect(restoreMine(waiting, { held: [], settled: [] }, new Set([request.id])).own).toEqual([]);
  });

  test('that was held after the join was asked stays', () => {
    expect(restoreMine(waiting, { held: [], settled: [] }, new Set()).own).toMatchObject([{ status: 'held' }]);
  });
});

test('a message tried again is sending, in its old place', () => {
  const failed = changeOwn(sayOwn(said, { ...request, id: idOf(4) }, 26), request.id, { status: 'unsent' });
  expect(sayOwn(failed, request, 40).own).toMatchObject([{ id: idOf(3), status: 'sending', at: 40 }, { id: idOf(4) }]);
});
