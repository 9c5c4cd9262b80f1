import type { AuthorRenamed, Entry, MessageEntry } from '@yunhui/contracts';

type Change = (before: Entry) => Entry;

/** What an entry changes in those before it (E12): a retraction takes words, a new name redraws its author. Most change nothing. */
export function changeOf(entry: Entry, among: readonly Entry[]): Change | undefined {
  if (entry.kind === 'retraction') return redacting(new Set(entry.targets as number[]));
  return entry.kind === 'author.renamed' ? renaming(entry as unknown as AuthorRenamed, among) : undefined;
}

/** Entries of the log as they are by those among them that change others. */
export function changedAll(entries: readonly Entry[]): Entry[] {
  return entries.reduce<Entry[]>(
    (known, entry) => {
      const changed = changeOf(entry, known);
      return changed ? known.map(changed) : known;
    },
    [...entries],
  );
}

/** Without the words that are gone: an entry's own, or those it quotes. */
function redacting(gone: ReadonlySet<number>): Change {
  return (before) => {
    if (!isMessage(before)) return before;
    const { seq, at, kind, message } = before;
    if (gone.has(seq)) return { seq, at, kind, message: { id: message.id, retracted: true } };
    if ('retracted' in message || !message.replyTo || !gone.has(message.replyTo.seq)) return before;
    return { seq, at, kind, message: { ...message, replyTo: { ...message.replyTo, text: '' } } };
  };
}

/** With the new name where its author, or a quote of what they said here, has another. What they say later has a copy of its own. */
function renaming({ seq, author, name }: AuthorRenamed, among: readonly Entry[]): Change {
  const said = new Set(among.flatMap((entry) => (entry.seq < seq && authorOf(entry) === author ? entry.seq : [])));
  return (before) => {
    if (!isMessage(before) || 'retracted' in before.message) return before;
    const { message } = before;
    const isTheirs = said.has(before.seq);
    const isQuote = message.replyTo !== undefined && said.has(message.replyTo.seq);
    if (!isTheirs && !isQuote) return before;
    const author = isTheirs ? { ...message.author, name } : message.author;
    return {
      ...before,
      message: { ...message, author, ...(isQuote && { replyTo: { ...message.replyTo, name } as typeof message.replyTo }) },
    };
  };
}

const isMessage = (entry: Entry): entry is MessageEntry => entry.kind === 'message';

function authorOf(entry: Entry): string | undefined {
  return isMessage(entry) && !('retracted' in entry.message) ? entry.message.author.id : undefined;
}
