import type { Entry, Message, MessageEntry, User } from '@yunhui/contracts';
import type { OwnMessage } from '@yunhui/realtime-client';

/** One line of the chat as it is drawn. */
export type ChatRow =
  | { kind: 'message'; key: string; seq: number; at: number; message: Message; mine: boolean }
  /** One's own that is not in the log (yet). */
  | { kind: 'own'; key: string; own: OwnMessage }
  /** Messages in a row that were taken back: one line for all. */
  | { kind: 'retracted'; key: string; count: number }
  | { kind: 'announcement' | 'notice'; key: string; text: string };

const isMessage = (entry: Entry): entry is MessageEntry => entry.kind === 'message';

function rowOf(entry: Entry, me: string | undefined): ChatRow | undefined {
  if (isMessage(entry)) {
    const { message, seq, at } = entry;
    if ('retracted' in message) return { kind: 'retracted', key: message.id, count: 1 };
    return { kind: 'message', key: message.id, seq, at, message, mine: message.author.id === me };
  }
  if (entry.kind === 'retraction') return undefined;
  if (entry.kind === 'announcement')
    return { kind: 'announcement', key: `${entry.seq}`, text: String(entry['text'] ?? entry.fallback ?? '') };
  return entry.fallback ? { kind: 'notice', key: `${entry.seq}`, text: entry.fallback } : undefined;
}

/** The log as rows: retractions leave a grouped line in the place of what they took, one's own unsettled messages stand last. */
export function rowsOf({
  entries,
  own,
  me,
}: {
  entries: readonly Entry[];
  own: readonly OwnMessage[];
  me: User | null | undefined;
}): readonly ChatRow[] {
  const rows: ChatRow[] = [];
  for (const entry of entries) {
    const row = rowOf(entry, me?.id);
    const last = rows.at(-1);
    if (row?.kind === 'retracted' && last?.kind === 'retracted') rows[rows.length - 1] = { ...last, count: last.count + 1 };
    else if (row) rows.push(row);
  }
  return [...rows, ...own.map((mine): ChatRow => ({ kind: 'own', key: mine.id, own: mine }))];
}

/** Messages of others after `seq`: what the new-message chip counts and the announcer reads. */
export function heardSince(rows: readonly ChatRow[], seq: number): readonly Extract<ChatRow, { kind: 'message' }>[] {
  return rows.filter((row) => row.kind === 'message' && row.seq > seq && !row.mine) as Extract<ChatRow, { kind: 'message' }>[];
}

/** The number of the newest message drawn; 0 when there is none. */
export function newestSeq(rows: readonly ChatRow[]): number {
  const newest = rows.findLast((row) => row.kind === 'message');
  return newest?.kind === 'message' ? newest.seq : 0;
}
