import { provinceOf } from '../../../ui/element/face.js';
import type { ChatRow, SaidRow, TellingRow } from '../chat.rules.js';

/** Something said in a topic, and what was answered to it, oldest answer first. */
export type Post = { kind: 'post'; key: string; row: SaidRow; answers: readonly SaidRow[] };
export type FeedItem = Post | Extract<TellingRow, { kind: 'announcement' }>;

/** What the reader wants to see: one place, or only what hosts or staff have answered. */
export type FeedFilter = { region?: string | undefined; answered: boolean };

const isSaid = (row: ChatRow): row is SaidRow => row.kind === 'message';
const isAnnouncement = (row: ChatRow): row is Extract<TellingRow, { kind: 'announcement' }> => row.kind === 'announcement';

/** Where a message belongs: the first of those it goes back to, as far as they are known here. */
function rootOf(row: SaidRow, bySeq: ReadonlyMap<number, SaidRow>): SaidRow {
  const answered = row.message.replyTo && bySeq.get(row.message.replyTo.seq);
  return answered ? rootOf(answered, bySeq) : row;
}

function postsOf(rows: readonly SaidRow[]): Post[] {
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  const answers = new Map<number, SaidRow[]>();
  const roots: SaidRow[] = [];
  for (const row of rows) {
    const root = rootOf(row, bySeq);
    if (root === row) roots.push(row);
    else answers.set(root.seq, [...(answers.get(root.seq) ?? []), row]);
  }
  return roots.map((row) => ({ kind: 'post', key: row.key, row, answers: answers.get(row.seq) ?? [] }));
}

/** Whether somebody answered who speaks for the house. */
export const isAnswered = ({ answers }: Post): boolean => answers.some(({ message }) => message.author.role !== undefined);

const regionOf = ({ message }: SaidRow): string | undefined => message.author.region && provinceOf(message.author.region)?.key;

function passes(post: Post, { region, answered }: FeedFilter): boolean {
  return (region === undefined || regionOf(post.row) === region) && (!answered || isAnswered(post));
}

const isSameRow = (one: SaidRow, other: SaidRow): boolean => one.message === other.message && one.mine === other.mine;

/** A row is made anew with each word in the topic; the message in it is the same until it is another. */
function isSame(one: FeedItem, other: FeedItem): boolean {
  if (one.kind !== 'post' || other.kind !== 'post') return one.kind === other.kind && one.key === other.key;
  const { answers } = other;
  return (
    isSameRow(one.row, other.row) &&
    one.answers.length === answers.length &&
    one.answers.every((row, at) => answers[at] !== undefined && isSameRow(row, answers[at]))
  );
}

/** The items of `next`, each as the very object of `before` where nothing of it changed: what is the same need not be drawn again. */
export function keepSame(before: readonly FeedItem[], next: readonly FeedItem[]): readonly FeedItem[] {
  const known = new Map(before.map((item) => [item.key, item]));
  const kept = next.map((item) => {
    const same = known.get(item.key);
    return same && isSame(same, item) ? same : item;
  });
  return kept.length === before.length && kept.every((item, at) => item === before[at]) ? before : kept;
}

/** The rows that are drawn: what came after the reader's last look waits, so that nothing moves under the eye. One's own does not wait. */
function drawn(rows: readonly ChatRow[], upTo: number): readonly ChatRow[] {
  return rows.filter((row) => (isSaid(row) && row.mine) || !('seq' in row) || row.seq <= upTo);
}

/** The feed, newest first. A filter leaves announcements out: they are from nowhere and answer nobody. */
export function feedOf(rows: readonly ChatRow[], upTo: number, filter: FeedFilter): readonly FeedItem[] {
  const shown = drawn(rows, upTo);
  const posts: FeedItem[] = postsOf(shown.filter(isSaid)).filter((post) => passes(post, filter));
  const told = filter.region !== undefined || filter.answered ? [] : shown.filter(isAnnouncement);
  return [...posts, ...told].toSorted((a, b) => seqOf(b) - seqOf(a));
}

const seqOf = (item: FeedItem): number => (item.kind === 'post' ? item.row.seq : item.seq);

/** How many that pass the filter wait to be drawn: posts, and answers to posts. */
export function waitingIn(rows: readonly ChatRow[], upTo: number, filter: FeedFilter): number {
  const waits = (row: SaidRow): boolean => row.seq > upTo && !row.mine;
  return postsOf(rows.filter(isSaid))
    .filter((post) => passes(post, filter))
    .reduce((count, { row, answers }) => count + [row, ...answers].filter(waits).length, 0);
}
