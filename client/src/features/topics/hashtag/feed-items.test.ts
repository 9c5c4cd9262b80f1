import { describe, expect, test } from 'vitest';
import type { ChatRow, SaidRow } from '../chat.rules.js';
import { feedOf, isAnswered, keepSame, type Post, waitingIn } from './feed-items.js';

type Said = { region?: string; role?: 'host'; replyTo?: number; mine?: boolean };

function said(seq: number, { region, role, replyTo, mine = false }: Said = {}): SaidRow {
  const author = { id: `a${seq}`, name: '小满', ...(region && { region }), ...(role && { role }) };
  const quote = replyTo === undefined ? {} : { replyTo: { seq: replyTo, name: '谷雨', text: '…' } };
  const message = { id: `m${seq}`, kind: 'chat' as const, text: `${seq}`, author, ...quote };
  return { kind: 'message', key: `m${seq}`, topic: 'hashtag:c:t', seq, at: seq, message, mine, follows: false };
}
const announced: ChatRow = { kind: 'announcement', key: 'a4', topic: 'hashtag:c:t', seq: 4, text: '八点开始' };
const all = { answered: false };
const outline = (rows: readonly ChatRow[], upTo: number, filter = all) =>
  feedOf(rows, upTo, filter).map((item) => (item.kind === 'post' ? [item.row.seq, ...item.answers.map(({ seq }) => seq)] : item.key));

describe('the feed of a topic', () => {
  test('is newest first, with answers under what they answer, also answers to answers', () => {
    const rows = [said(1), said(2), said(3, { replyTo: 1 }), announced, said(5, { replyTo: 3 }), said(6)];
    expect(outline(rows, 9)).toEqual([[6], 'a4', [2], [1, 3, 5]]);
  });

  test('shows an answer by itself when what it answers is not known here', () => {
    expect(outline([said(7, { replyTo: 2 })], 9)).toEqual([[7]]);
  });

  test('is the same object by object but for what changed, however often its rows are made anew', () => {
    const say = () => [said(1), said(2), announced];
    const messages = say();
    /** As the log makes rows: anew, around the same messages. */
    const anew = (...more: ChatRow[]) => feedOf([...messages.map((row) => ({ ...row })), ...more], 9, all);
    const before = anew();
    expect(keepSame(before, anew())).toBe(before);

    const answered = keepSame(before, anew(said(5, { replyTo: 1 })));
    expect(answered.map((item, at) => item === before[at])).toEqual([true, true, false]);
    const retold = keepSame(before, feedOf([said(1), ...messages.slice(1)], 9, all));
    expect(retold.map((item, at) => item === before[at])).toEqual([true, true, false]);
    expect(keepSame(before, anew(said(6))).filter((item) => before.includes(item))).toHaveLength(before.length);
  });

  test('keeps back what came after the last look, but not one’s own', () => {
    const rows = [said(1), said(2), said(3, { mine: true }), said(4, { replyTo: 1 })];
    expect(outline(rows, 1)).toEqual([[3], [1]]);
    expect(waitingIn(rows, 1, all)).toBe(2);
    expect(waitingIn(rows, 4, all)).toBe(0);
  });

  test('of one place has its posts with their answers from anywhere; what waits is counted alike', () => {
    const rows = [
      said(1, { region: '450300' }),
      said(2, { region: '510000' }),
      said(3, { region: '510000', replyTo: 1 }),
      announced,
      said(5),
    ];
    const guangxi = { ...all, region: '450000' };
    expect(outline(rows, 9, guangxi)).toEqual([[1, 3]]);
    expect(waitingIn(rows, 2, guangxi)).toBe(1);
    expect(waitingIn(rows, 2, all)).toBe(2);
  });

  test('of what is answered has only posts that hosts or staff have answered', () => {
    const rows = [said(1), said(2), said(3, { replyTo: 2, role: 'host' }), said(4, { replyTo: 1 })];
    expect(outline(rows, 9, { answered: true })).toEqual([[2, 3]]);
    expect(feedOf(rows, 9, all).map((item) => isAnswered(item as Post))).toEqual([true, false]);
  });
});
