import type { Author, MessageEntry, Mine, SendMessage, SentMessage, SettledMessage } from '@yunhui/contracts';
import { isMessage, keepLast, putEntries } from './entries.js';
import type { OwnMessage, TopicReplica } from './topic-view.js';

/** Own acked entries that are remembered for a new start; older ones are in history like anyone's. */
const ackedKept = 50;

/** Said, and on its way; a message tried again is on its way again. */
export function sayOwn(replica: TopicReplica, { id, kind, text, replyTo, style, mediaAt }: SendMessage, at: number): TopicReplica {
  const said: OwnMessage = { id, kind, text, replyTo, style, mediaAt, at, status: 'sending' };
  const known = replica.own.some((own) => own.id === id);
  return { ...replica, own: known ? replica.own.map((own) => (own.id === id ? said : own)) : [...replica.own, said] };
}

/** Changes what is shown of one own message. */
export function changeOwn(replica: TopicReplica, id: string, change: Partial<OwnMessage>): TopicReplica {
  if (!replica.own.some((own) => own.id === id)) return replica;
  return { ...replica, own: replica.own.map((own) => (own.id === id ? { ...own, ...change } : own)) };
}

export function dropOwn(replica: TopicReplica, id: string): TopicReplica {
  return replica.own.some((own) => own.id === id) ? { ...replica, own: replica.own.filter((own) => own.id !== id) } : replica;
}

/**
 * The ack of an own message. Published: it is shown at its number at once, though its frame has not
 * come or has left it out. Anything else is held until a verdict, a status unknown here too.
 */
export function applyAck(replica: TopicReplica, request: SendMessage, sent: SentMessage, author: Author): TopicReplica {
  const { seq, epoch, at, text } = sent;
  if (sent.status !== 'published' || seq === undefined || epoch === undefined)
    return changeOwn(replica, sent.id, { status: 'held', text, at, error: undefined });
  const { id, kind, style, mediaAt } = request;
  const message = { id, kind, text, author, replyTo: quoted(replica, request.replyTo), style, mediaAt };
  const acked = [...replica.acked, { epoch, entry: { seq, at, kind: 'message' as const, message } }].slice(-ackedKept);
  return putAcked({ ...dropOwn(replica, id), acked });
}

/** Puts acked entries where the log has not brought them, but not before the oldest entry shown: that would hide a hole. */
export function putAcked(replica: TopicReplica): TopicReplica {
  const shown = new Set(replica.entries.map((entry) => entry.seq));
  const oldest = replica.entries[0]?.seq ?? 0;
  const missing = replica.acked.filter(({ epoch, entry }) => epoch === replica.epoch && !shown.has(entry.seq) && entry.seq > oldest);
  if (missing.length === 0) return replica;
  return {
    ...replica,
    entries: keepLast(
      putEntries(
        replica.entries,
        missing.map(({ entry }) => entry),
      ),
      replica.keep,
    ),
  };
}

/** What became of an own message that was held or published. A status unknown here leaves it held. */
export function applySettled(replica: TopicReplica, { id, status, rule, seq, held }: SettledMessage): TopicReplica {
  if (status === 'rejected' || status === 'expired') return changeOwn(replica, id, { status, rule });
  if (status === 'held') return waitAgain(replica, id, held);
  if (status === 'withdrawn' || status === 'retracted') return dropOwn(replica, id);
  return status === 'published' && seq !== undefined ? dropArrived(changeOwn(replica, id, { seq })) : replica;
}

/** A verdict was taken back. What had been published is one's own again, and its place in the log is empty before the log says so. */
function waitAgain(replica: TopicReplica, id: string, held: SettledMessage['held']): TopicReplica {
  const known = changeOwn(replica, id, { status: 'held', rule: undefined, seq: undefined });
  if (known !== replica || !held) return known;
  return {
    ...replica,
    own: [...replica.own, { id, ...held, status: 'held' }],
    acked: replica.acked.filter(({ entry }) => entry.message.id !== id),
    entries: replica.entries.map((entry) =>
      isMessage(entry) && entry.message.id === id ? { ...entry, message: { id, retracted: true } } : entry,
    ),
  };
}

/**
 * `mine` of a join: held messages come back, verdicts are applied, and what was held when one asked
 * (`heldBefore`) but is held no longer was decided in another tab.
 */
export function restoreMine(replica: TopicReplica, mine: Mine, heldBefore: ReadonlySet<string>): TopicReplica {
  const open = new Set([...mine.held, ...mine.settled].map(({ id }) => id));
  const own = replica.own.filter(({ id, status }) => status !== 'held' || open.has(id) || !heldBefore.has(id));
  const known = new Set([...own.map(({ id }) => id), ...messageIds(replica)]);
  const restored = mine.held.filter(({ id }) => !known.has(id)).map((held): OwnMessage => ({ ...held, status: 'held' }));
  const next: TopicReplica = { ...replica, own: [...restored, ...own] };
  const held = mine.held.reduce((at, { id, text }) => changeOwn(at, id, { status: 'held', text, error: undefined }), next);
  return mine.settled.reduce(applySettled, held);
}

/** An own message that the log has brought is no longer only one's own. */
export function dropArrived(replica: TopicReplica): TopicReplica {
  if (replica.own.length === 0) return replica;
  const arrived = messageIds(replica);
  const own = replica.own.filter(({ id, seq }) => !arrived.has(id) && (seq === undefined || seq > replica.seq));
  return own.length === replica.own.length ? replica : { ...replica, own };
}

/** Of messages whose words are there: what a moderator took back may wait again under its id. */
function messageIds(replica: TopicReplica): Set<string> {
  return new Set(replica.entries.filter(isMessage).flatMap(({ message }) => ('retracted' in message ? [] : message.id)));
}

/** What the hub will quote of the message answered, as far as it is shown here. */
function quoted(replica: TopicReplica, seq?: number): { seq: number; name: string; text: string } | undefined {
  const target = replica.entries.find((entry): entry is MessageEntry => entry.seq === seq && isMessage(entry));
  if (!target || 'retracted' in target.message) return undefined;
  return { seq: target.seq, name: target.message.author.name, text: target.message.text };
}
