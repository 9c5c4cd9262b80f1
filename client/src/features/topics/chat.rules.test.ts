import type { Entry, User } from '@yunhui/contracts';
import type { OwnMessage } from '@yunhui/realtime-client';
import { expect, test } from 'vitest';
import { heardSince, newestSeq, rowsOf } from './chat.rules.js';

const me: User = { id: 'me', name: '我', kind: 'guest', grants: [] };

const said = (seq: number, author = 'somebody'): Entry => ({
  seq,
  at: seq,
  kind: 'message',
  message: { id: `m${seq}`, kind: 'chat', text: `第${seq}句`, author: { id: author, name: author } },
});
const takenBack = (seq: number): Entry => ({ seq, at: seq, kind: 'message', message: { id: `m${seq}`, retracted: true } });
const own = (id: string, status: OwnMessage['status']): OwnMessage => ({ id, kind: 'chat', text: id, at: 0, status });

test('messages taken back in a row are one line with their number', () => {
  const entries: Entry[] = [
    said(1),
    takenBack(2),
    takenBack(3),
    said(4),
    takenBack(5),
    { seq: 6, at: 6, kind: 'retraction', targets: [2, 3, 5], by: 'author' },
  ];
  expect(rowsOf({ entries, own: [], me }).map((row) => (row.kind === 'retracted' ? row.count : row.kind))).toEqual([
    'message',
    2,
    'message',
    1,
  ]);
});

test('the key of a grouped line is that of its first message, so that it stays when more are taken back', () => {
  const one = rowsOf({ entries: [takenBack(2), said(3)], own: [], me });
  const two = rowsOf({ entries: [takenBack(2), takenBack(3)], own: [], me });
  expect(two[0]?.key).toBe(one[0]?.key);
});

test('one’s own unsettled messages stand last, and one’s published ones are known as one’s own', () => {
  const rows = rowsOf({ entries: [said(1, 'me'), said(2)], own: [own('held', 'held'), own('sending', 'sending')], me });
  expect(rows.map((row) => row.key)).toEqual(['m1', 'm2', 'held', 'sending']);
  expect(rows.map((row) => row.kind === 'message' && row.mine)).toEqual([true, false, false, false]);
});

test('an announcement is shown by its text, an unknown kind by its fallback, and one without it not at all', () => {
  const entries: Entry[] = [
    { seq: 1, at: 1, kind: 'announcement', text: '请友善交流', fallback: '公告' },
    { seq: 2, at: 2, kind: 'poll.opened', fallback: '投票开始了' },
    { seq: 3, at: 3, kind: 'thing.unheard-of' },
  ];
  expect(rowsOf({ entries, own: [], me }).map((row) => 'text' in row && row.text)).toEqual(['请友善交流', '投票开始了']);
});

test('what is new is what others said since, never one’s own words', () => {
  const rows = rowsOf({ entries: [said(1), said(2), said(3, 'me'), said(4)], own: [own('mine', 'sending')], me });
  expect(heardSince(rows, 1).map(({ seq }) => seq)).toEqual([2, 4]);
  expect(newestSeq(rows)).toBe(4);
  expect(newestSeq([])).toBe(0);
});
