import type { Entry, Message, MessageEntry, RoomMode } from '@yunhui/contracts';
import type { OwnMessage } from '@yunhui/realtime-client';
import type { Placed } from './merge.rules.js';

/** A published message as it is drawn. `follows`: its author said the one above too, so they are not named again. */
export type SaidRow = {
  kind: 'message';
  key: string;
  topic: string;
  seq: number;
  at: number;
  message: Message;
  mine: boolean;
  follows: boolean;
};

/** What the room itself tells: rows without an author. */
export type TellingRow = { key: string; topic: string; seq: number } & (
  | { kind: 'announcement'; text: string }
  /** A kind that this build does not know, by its own words. */
  | { kind: 'notice'; text: string }
  | { kind: 'pinned'; target: number }
  | { kind: 'mode'; mode: RoomMode }
);

/** One line of the chat as it is drawn. */
export type ChatRow =
  | SaidRow
  | TellingRow
  /** One's own that is not in the log (yet). */
  | { kind: 'own'; key: string; topic: string; own: OwnMessage }
  /** Messages in a row that were taken back: one line for all. */
  | { kind: 'retracted'; key: string; count: number };

/** Somebody who says something else after this is named again. */
const togetherMs = 3 * 60_000;

const isMessage = (entry: Entry): entry is MessageEntry => entry.kind === 'message';

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

function tellingOf(topic: string, entry: Exclude<Entry, MessageEntry>): TellingRow | undefined {
  const { seq } = entry;
  const place = { key: `${topic}#${seq}`, topic, seq };
  const fallback = 'fallback' in entry ? entry.fallback : undefined;
  switch (entry.kind) {
    case 'announcement':
      return { ...place, kind: 'announcement', text: String(entry['text'] ?? fallback ?? '') };
    case 'pin':
      return { ...place, kind: 'pinned', target: number(entry['target']) };
    case 'mode':
      return { ...place, kind: 'mode', mode: entry as RoomMode };
    case 'retraction':
    case 'unpin':
      return undefined;
    default:
      return fallback ? { ...place, kind: 'notice', text: fallback } : undefined;
  }
}

function rowOf({ topic, entry }: Placed, me: string | undefined, above: ChatRow | undefined): ChatRow | undefined {
  if (!isMessage(entry)) return tellingOf(topic, entry);
  const { message, seq, at } = entry;
  // By its place: the words may come back under their id at another one.
  if ('retracted' in message) return { kind: 'retracted', key: `${topic}#${seq}`, count: 1 };
  const mine = message.author.id === me;
  return { kind: 'message', key: message.id, topic, seq, at, message, mine, follows: goesOn(above, topic, at, message) };
}

/** A reply names its author again: it answers somebody else than the line above. So does a danmaku, for its mark. */
function goesOn(above: ChatRow | undefined, topic: string, at: number, { author, kind, replyTo }: Message): boolean {
  if (above?.kind !== 'message' || replyTo || above.message.kind !== kind) return false;
  return above.topic === topic && above.message.author.id === author.id && at - above.at < togetherMs;
}

/** Merged entries as rows: retractions leave a grouped line in the place of what they took, one's own unsettled messages stand last. */
export function rowsOf({
  placed,
  own,
  me,
}: {
  placed: readonly Placed[];
  own: readonly { topic: string; own: OwnMessage }[];
  me: string | undefined;
}): readonly ChatRow[] {
  const rows: ChatRow[] = [];
  for (const each of placed) {
    const last = rows.at(-1);
    const row = rowOf(each, me, last);
    if (row?.kind === 'retracted' && last?.kind === 'retracted') rows[rows.length - 1] = { ...last, count: last.count + 1 };
    else if (row) rows.push(row);
  }
  return [...rows, ...own.map(({ topic, own: mine }): ChatRow => ({ kind: 'own', key: mine.id, topic, own: mine }))];
}

const isSaid = (row: ChatRow): row is SaidRow => row.kind === 'message';

/** The number of the newest message drawn of each topic. */
export type Heard = ReadonlyMap<string, number>;

/** `live`: topics that are known, though nobody may have spoken there yet. */
export function heardIn(rows: readonly ChatRow[], live: readonly string[] = []): Heard {
  return new Map([
    ...live.map((topic): [string, number] => [topic, 0]),
    ...rows.filter(isSaid).map(({ topic, seq }): [string, number] => [topic, seq]),
  ]);
}

/** Messages of others since: what the new-message chip counts and the announcer reads. A topic not heard before has no news. */
export function heardSince(rows: readonly ChatRow[], heard: Heard): readonly SaidRow[] {
  return rows.filter(isSaid).filter(({ topic, seq, mine }) => !mine && seq > (heard.get(topic) ?? Infinity));
}

/** Everyone's rows but those of one's own that the log has not: what a place is looked for in. */
export function rowAt(rows: readonly ChatRow[], topic: string, seq: number): SaidRow | undefined {
  return rows.filter(isSaid).find((row) => row.topic === topic && row.seq === seq);
}
