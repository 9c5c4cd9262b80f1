import type { HoldVerdict, QueueFilter, QueueItem, QueuePage } from '@yunhui/contracts';

/** The part of the queue one looks at. */
export type QueueView = {
  /** One room or topic; none means all of them. */
  topic: string | undefined;
  filter: QueueFilter;
  /** Words looked for in texts and names. */
  words: string;
};

/** One's own verdict that the hub has not answered yet; `unheard`: it did not even reach it, and is sent again by itself. */
export type Asked = { verdict: HoldVerdict; unheard: boolean };

/** The queue as it is on the screen. Rows change places only when one asks for it. */
export type QueueState = {
  /** `failed`: the list could not be read, and there is nothing to show instead. */
  status: 'reading' | 'read' | 'failed';
  /** What is drawn, from top to bottom. */
  rows: readonly string[];
  items: ReadonlyMap<string, QueueItem>;
  /** New and more urgent than the last row: behind the chip until they are asked for. */
  waiting: readonly string[];
  /** New ones that were only counted, because enough are waiting already. */
  unread: number;
  focus: string | undefined;
  /** One's own verdicts that the hub has not answered yet. */
  asked: ReadonlyMap<string, Asked>;
  /** Where the list goes on; none at its end. */
  next: string | undefined;
  /** How many wait by kind, and since when the first of them does: of all one may see, whatever is filtered. */
  counts: QueuePage['counts'];
  oldestAt: string | undefined;
};

export type QueueEvent =
  | { type: 'listed'; items: readonly QueueItem[]; next: string | undefined; now: number }
  | { type: 'failed' }
  | { type: 'more'; items: readonly QueueItem[]; next: string | undefined }
  /** Read again, or for the first time by a hint. */
  | { type: 'read'; items: readonly QueueItem[]; now: number; me: string }
  /** Asked for by their ids and not there any more. */
  | { type: 'gone'; ids: readonly string[] }
  | { type: 'counted'; count: number }
  | { type: 'figured'; counts: QueuePage['counts']; oldestAt: string | undefined }
  | { type: 'taken'; now: number; me: string }
  | { type: 'focused'; id: string | undefined }
  | { type: 'asked'; ids: readonly string[]; verdict: HoldVerdict; me: string }
  /** The hub is away: the verdict waits until it is back. */
  | { type: 'unheard'; id: string }
  | { type: 'answered'; ids: readonly string[]; items: readonly QueueItem[] };
