import type { TopicView } from '@yunhui/realtime-client';

/** What a queue's log tells: that something about a hold is new. The hold itself is read by HTTP. */
export type Hint = { kind: 'hold.added' | 'hold.claimed' | 'hold.settled'; id: string };

/** Lists beside the queue, of which it tells that something is new. */
export const lists = ['reports', 'appeals'] as const;
export type List = (typeof lists)[number];

/** How far the hints of a queue have been read. */
export type HintPosition = { epoch: string | undefined; seq: number; restarted: number };

export type ReadHints = { hints: readonly Hint[]; changed: readonly List[]; position: HintPosition; missed: boolean };

const listOf: Readonly<Record<string, List>> = {
  'report.added': 'reports',
  'report.settled': 'reports',
  'appeal.added': 'appeals',
  'appeal.settled': 'appeals',
};
const kinds: ReadonlySet<string> = new Set<Hint['kind']>(['hold.added', 'hold.claimed', 'hold.settled']);

/**
 * The hints since `before`. `missed` when some may be lost: the view began anew, or has moved on further than it keeps.
 * So does the very first one, since the list may have been read before the queue was joined. Then the list is read again.
 */
export function hintsAfter(view: TopicView, before: HintPosition | undefined): ReadHints {
  const position = { epoch: view.epoch, seq: view.seq, restarted: view.restarted };
  if (view.epoch === undefined) return { hints: [], changed: [], position: before ?? position, missed: false };
  if (before?.epoch === undefined) return { hints: [], changed: lists, position, missed: true };
  if (before.epoch !== view.epoch || before.restarted !== view.restarted) return { hints: [], changed: lists, position, missed: true };
  const news = view.entries.filter(({ seq }) => seq > before.seq);
  const oldest = view.entries[0]?.seq ?? view.seq;
  const missed = news.length === view.entries.length && oldest > before.seq + 1;
  const changed = missed ? lists : [...new Set(news.flatMap(({ kind }) => listOf[kind] ?? []))];
  return { hints: news.flatMap(hintIn), changed, position, missed };
}

function hintIn(entry: TopicView['entries'][number]): Hint[] {
  const { kind, id } = entry as { kind: string; id?: unknown };
  return kinds.has(kind) && typeof id === 'string' ? [{ kind: kind as Hint['kind'], id }] : [];
}
