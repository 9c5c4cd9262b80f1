import type { Entry, TopicMode } from '@yunhui/contracts';

/** What somebody asks the log to keep (E2). Without `priority` the topic's mode and budget are asked. */
export type AppendItem = {
  id: string;
  topic: string;
  author: string | null;
  /** The entry's kind; `body` is the rest of the entry as everybody will see it. */
  kind: string;
  body: Record<string, unknown>;
  /** Staff or a host said it, it is not a message, or it was a hold: no mode refuses it, no budget hides it. */
  priority?: boolean;
  /** Why a moderator looks first; kept in `holds`, without a number. */
  hold?: string;
  /** Released by itself after so long. */
  holdMs?: number;
  /** What a moderator needs to judge a held or refused one; kept with the hold. */
  review?: object;
  /** The mode it was screened under, and the number of all shields and duties (`ModeHead`); another by now answers `stale`. */
  modeVersion?: number;
  shieldVersion?: number;
  /** It is refused: nothing is kept, or with a `review` a rejected hold that its author can appeal against. Asked of the log all the same, for what is kept already is answered, and a mode may have changed. */
  refuse?: boolean;
};

export type AppendOutcome =
  | 'published'
  | 'known'
  | 'held'
  | 'passed'
  | 'rejected'
  | 'expired'
  | 'withdrawn'
  | 'taken'
  | 'unknown'
  | 'closed'
  | 'stale'
  | 'refused';

/** What became of an item. `seq`, `epoch` and `shown` are there when it has a number; `body` is what is kept. */
export type Appended = {
  id: string;
  topic: string;
  outcome: AppendOutcome;
  epoch?: string;
  seq?: number;
  at: number;
  shown?: boolean;
  body?: Record<string, unknown>;
};

/** Everything shown in the numbers (after, seq] of a topic. */
export type LogRange = { after: number; seq: number; entries: Entry[] };

/** Where a topic's log stands. */
export type TopicHead = { epoch: string; seq: number; mode: KeptMode; modeVersion: number; audience: 'public' | 'staff' | 'owner' };

/** A topic's own mode as its row has it: what moderators set, and how far the hub itself has slowed it. */
export type KeptMode = TopicMode & { automaticSlowMs?: number };

/** One row of the log, as the database keeps it. */
export type LogRow = { seq: number; at: number; kind: string; id: string; body: Record<string, unknown>; retracted: boolean };

/** The entry everybody sees. A retracted message keeps its place and id; every reader renders here, so no reader can serve its words. */
export function entryOf(row: LogRow): Entry {
  if (row.retracted) return { seq: row.seq, at: row.at, kind: 'message', message: { id: row.id, retracted: true } };
  return { ...row.body, seq: row.seq, at: row.at, kind: row.kind } as Entry;
}
