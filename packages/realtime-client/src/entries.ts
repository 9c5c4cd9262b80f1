import type { AuthorRenamed, Entry, MessageEntry } from '@yunhui/contracts';

/** Rising `seq`, each number once. Where both know a number, `news` wins: the log says more than an ack did. */
export function putEntries(known: readonly Entry[], news: readonly Entry[]): readonly Entry[] {
  const shown = news.filter(isShown);
  if (shown.length === 0) return known;
  const bySeq = new Map(known.map((entry) => [entry.seq, entry]));
  for (const entry of shown) bySeq.set(entry.seq, entry);
  return rename(redact([...bySeq.values()].sort((one, other) => one.seq - other.seq)));
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
  const changes = kind === 'retraction' || kind === 'author.renamed';
  return kind === 'message' || changes || hint.test(kind) || ('fallback' in entry && typeof entry.fallback === 'string');
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

/** Whoever has another name since is drawn with it, also where they are quoted; what they said later came with it. */
function rename(entries: readonly Entry[]): readonly Entry[] {
  const changes = entries.filter(isRename);
  return changes.reduce<readonly Entry[]>((known, change) => {
    const said = new Set(known.flatMap((entry) => (isTheirs(entry, change) ? entry.seq : [])));
    return said.size === 0 ? known : known.map((entry) => (isMessage(entry) ? renamed(entry, said, change.name) : entry));
  }, entries);
}

function renamed(entry: MessageEntry, said: ReadonlySet<number>, name: string): MessageEntry {
  const { message } = entry;
  if ('retracted' in message) return entry;
  const { replyTo } = message;
  if (said.has(entry.seq)) return { ...entry, message: { ...message, author: { ...message.author, name } } };
  return replyTo && said.has(replyTo.seq) ? { ...entry, message: { ...message, replyTo: { ...replyTo, name } } } : entry;
}

function isTheirs(entry: Entry, { seq, author }: AuthorRenamed): boolean {
  return entry.seq < seq && isMessage(entry) && !('retracted' in entry.message) && entry.message.author.id === author;
}

function isRename(entry: Entry): entry is Entry & AuthorRenamed {
  return entry.kind === 'author.renamed';
}

function isRetraction(entry: Entry): entry is Extract<Entry, { kind: 'retraction' }> {
  return entry.kind === 'retraction';
}
