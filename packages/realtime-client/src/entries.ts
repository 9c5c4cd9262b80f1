import type { Entry, MessageEntry } from '@yunhui/contracts';

/** Rising `seq`, each number once. Where both know a number, `news` wins: the log says more than an ack did. */
export function putEntries(known: readonly Entry[], news: readonly Entry[]): readonly Entry[] {
  const shown = news.filter(isShown);
  if (shown.length === 0) return known;
  const bySeq = new Map(known.map((entry) => [entry.seq, entry]));
  for (const entry of shown) bySeq.set(entry.seq, entry);
  return redact([...bySeq.values()].sort((one, other) => one.seq - other.seq));
}

/** The newest `count`; the same list when there are no more. */
export function keepLast(entries: readonly Entry[], count: number): readonly Entry[] {
  return entries.length > count ? entries.slice(-count) : entries;
}

export function isMessage(entry: Entry): entry is MessageEntry {
  return entry.kind === 'message';
}

/** What moderators follow: that something waits, and not what. */
const hint = /^(?:hold|report|appeal)\.[a-z]+$/;

/** An entry kind that this build does not know is kept for its `fallback` text, and ignored without one. */
function isShown(entry: Entry): boolean {
  const { kind } = entry;
  return kind === 'message' || kind === 'retraction' || hint.test(kind) || ('fallback' in entry && typeof entry.fallback === 'string');
}

/** A retraction leaves of its targets the place and the id, and of quotes of them who was quoted. */
function redact(entries: readonly Entry[]): readonly Entry[] {
  const gone = new Set(entries.flatMap((entry) => (isRetraction(entry) ? entry.targets : [])));
  if (gone.size === 0) return entries;
  return entries.map((entry) => (isMessage(entry) ? redacted(entry, gone) : entry));
}

function redacted(entry: MessageEntry, gone: ReadonlySet<number>): MessageEntry {
  const { message } = entry;
  if ('retracted' in message) return entry;
  if (gone.has(entry.seq)) return { ...entry, message: { id: message.id, retracted: true } };
  const { replyTo } = message;
  return replyTo?.text && gone.has(replyTo.seq) ? { ...entry, message: { ...message, replyTo: { ...replyTo, text: '' } } } : entry;
}

function isRetraction(entry: Entry): entry is Extract<Entry, { kind: 'retraction' }> {
  return entry.kind === 'retraction';
}
