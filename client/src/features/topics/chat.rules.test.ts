import type { Entry } from '@yunhui/contracts';
import type { OwnMessage } from '@yunhui/realtime-client';
import { expect, test } from 'vitest';
import { heardIn, heardSince, rowAt, rowsOf, type ChatRow } from './chat.rules.js';

const room = 'room:a';
const hashtag = 'hashtag:x:b';

const said = (seq: number, { author = 'somebody', at = seq, replyTo }: { author?: string; at?: number; replyTo?: number } = {}): Entry => ({
  seq,
  at,
  kind: 'message',
  message: {
    id: `m${seq}`,
    kind: 'chat',
    text: `第${seq}句`,
    author: { id: author, name: author },
    ...(replyTo && { replyTo: { seq: replyTo, name: 'x', text: 'x' } }),
  },
});
const takenBack = (seq: number): Entry => ({ seq, at: seq, kind: 'message', message: { id: `m${seq}`, retracted: true } });
const own = (id: string, status: OwnMessage['status']) => ({
  topic: room,
  own: { id, kind: 'chat' as const, text: id, at: 0, status },
});
const rows = (entries: readonly Entry[], mine: ReturnType<typeof own>[] = [], topic = room): readonly ChatRow[] =>
  rowsOf({ placed: entries.map((entry) => ({ topic, entry })), own: mine, me: 'me' });

test('messages taken back in a row are one line with their number', () => {
  const entries: Entry[] = [
    said(1),
    takenBack(2),
    takenBack(3),
    said(4),
    takenBack(5),
    { seq: 6, at: 6, kind: 'retraction', targets: [2, 3, 5], by: 'author' },
  ];
  expect(rows(entries).map((row) => (row.kind === 'retracted' ? row.count : row.kind))).toEqual(['message', 2, 'message', 1]);
});

test('the key of a grouped line is that of its first message, so that it stays when more are taken back', () => {
  const [one] = rows([takenBack(2), said(3)]);
  const [two] = rows([takenBack(2), takenBack(3)]);
  expect(two?.key).toBe(one?.key);
});

test('one’s own unsettled messages stand last, and one’s published ones are known as one’s own', () => {
  const drawn = rows([said(1, { author: 'me' }), said(2)], [own('held', 'held'), own('sending', 'sending')]);
  expect(drawn.map((row) => row.key)).toEqual(['m1', 'm2', 'held', 'sending']);
  expect(drawn.map((row) => row.kind === 'message' && row.mine)).toEqual([true, false, false, false]);
});

test('who goes on speaking is not named again, unless it is a reply, later, or somebody else came between', () => {
  const entries = [said(1), said(2), said(3, { author: 'other' }), said(4), said(5, { replyTo: 3 }), said(6), said(7, { at: 9_999_999 })];
  expect(rows(entries).map((row) => row.kind === 'message' && row.follows)).toEqual([false, true, false, false, false, true, false]);
});

test('the same numbers in two topics are two rows, and nobody goes on from one to the other', () => {
  const placed = [
    { topic: room, entry: said(1) },
    { topic: hashtag, entry: said(1) },
  ];
  const drawn = rowsOf({ placed, own: [], me: 'me' });
  expect(drawn.map((row) => row.kind === 'message' && row.follows)).toEqual([false, false]);
  expect(rowAt(drawn, hashtag, 1)).toMatchObject({ topic: hashtag, seq: 1 });
  expect(rowAt(drawn, hashtag, 2)).toBeUndefined();
});

test('what the room tells has rows of its own, an unknown kind its fallback, and without one none', () => {
  const entries: Entry[] = [
    { seq: 1, at: 1, kind: 'announcement', text: '请友善交流', fallback: '公告' },
    { seq: 2, at: 2, kind: 'poll.opened', fallback: '投票开始了' },
    { seq: 3, at: 3, kind: 'thing.unheard-of' },
    { seq: 4, at: 4, kind: 'pin', target: 1, fallback: '置顶了一条消息' },
    { seq: 5, at: 5, kind: 'unpin', target: 1 },
    { seq: 6, at: 6, kind: 'mode', closed: false, slowModeMs: 5_000, fallback: '慢速' },
  ];
  expect(rows(entries)).toMatchObject([
    { kind: 'announcement', text: '请友善交流' },
    { kind: 'notice', text: '投票开始了' },
    { kind: 'pinned', target: 1 },
    { kind: 'mode', mode: { slowModeMs: 5_000 } },
  ]);
});

test('what is new is what others said since, never one’s own words nor a topic that has only just come', () => {
  const before = rows([said(1)]);
  const after = rows([said(1), said(2), said(3, { author: 'me' }), said(4)], [own('mine', 'sending')]);
  expect(heardSince(after, heardIn(before)).map(({ seq }) => seq)).toEqual([2, 4]);
  expect(heardSince(after, heardIn([]))).toEqual([]);
  expect(heardSince(before, heardIn([], [room])).map(({ seq }) => seq)).toEqual([1]);
  expect(heardSince(rows([said(7)], [], hashtag), heardIn(before))).toEqual([]);
});
