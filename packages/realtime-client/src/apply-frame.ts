import type { Entry, Frame, JoinedTopic, Snapshot } from '@yunhui/contracts';
import type { StartPosition } from './api.js';
import { keepLast, putEntries } from './entries.js';
import { dropArrived, putAcked } from './own-messages.js';
import { applyState, takeState } from './topic-state.js';
import type { TopicReplica } from './topic-view.js';

/** What both answers to "I have everything up to here" have in common. */
type Rejoined = Pick<JoinedTopic, 'recovered' | 'frames' | 'snapshot'> & Partial<Pick<JoinedTopic, 'seq' | 'rev'>>;

/** More frames than these do not wait: the join that closes the hole brings their numbers too. */
const framesWaiting = 100;

/**
 * Puts a frame into the view. A frame speaks for every number after `after` up to `seq`, so a hole is
 * a gap between two frames, never a missing number: sampled messages leave none. What comes before its
 * turn waits, its state too: were that applied, the join's `rev` would skip what the hole had.
 */
export function applyFrame(replica: TopicReplica, frame: Frame): TopicReplica {
  if (isStateAlone(replica, frame)) return applyState(replica, frame);
  const next = frame.epoch === replica.epoch && frame.after <= replica.seq ? advance(replica, frame) : wait(replica, frame);
  return dropArrived(takeTurns(next));
}

/** Everything shown is thrown away: nobody can say what lies between it and the snapshot. */
export function takeSnapshot(replica: TopicReplica, snapshot: Snapshot, tracked?: readonly string[]): TopicReplica {
  const anew: TopicReplica = {
    ...takeState(replica, snapshot.rev, snapshot.state, tracked),
    epoch: snapshot.epoch,
    seq: snapshot.seq,
    entries: keepLast(putEntries([], snapshot.entries), replica.keep),
    waiting: replica.waiting.filter((frame) => frame.epoch === snapshot.epoch),
    restarted: replica.restarted + (replica.epoch === undefined && replica.entries.length === 0 ? 0 : 1),
  };
  return dropArrived(takeTurns(putAcked(anew)));
}

/** The answer to a join, or to `GET …/frames`: either what was missed, or a fresh start. */
export function applyJoined(replica: TopicReplica, joined: Rejoined, tracked?: readonly string[]): TopicReplica {
  const { recovered, frames = [], snapshot, seq = 0, rev = 0 } = joined;
  const next = recovered || !snapshot ? frames.reduce(applyFrame, replica) : takeSnapshot(replica, snapshot, tracked);
  return { ...next, rev: Math.max(next.rev, rev), status: next.seq < seq ? 'behind' : statusOf(next), refusal: undefined };
}

/** A polled snapshot is a frame like any other, unless it begins another epoch. */
export function applyPolled(replica: TopicReplica, snapshot: Snapshot): TopicReplica {
  const next = snapshot.epoch === replica.epoch ? fillIn(applyFrame(replica, snapshot), snapshot) : takeSnapshot(replica, snapshot);
  return { ...next, status: statusOf(next), refusal: undefined };
}

/** Puts in what an overloaded hub's frames have left out and its snapshot has; one stands where one stood. */
export function fillIn(replica: TopicReplica, { epoch, entries }: Snapshot): TopicReplica {
  if (epoch !== replica.epoch) return replica;
  const known = new Set(replica.entries.map(({ seq }) => seq));
  const leftOut = entries.filter(({ seq }) => seq <= replica.seq && !known.has(seq));
  return leftOut.length === 0 ? replica : { ...replica, entries: keepLast(putEntries(replica.entries, leftOut), replica.keep) };
}

/** Where a page already stands. */
export function startAt(replica: TopicReplica, start: StartPosition): TopicReplica {
  return {
    ...takeState(replica, start.rev, start.state ?? {}),
    epoch: start.epoch,
    seq: start.seq,
    entries: keepLast(putEntries([], start.entries ?? []), replica.keep),
  };
}

/** A page of history, in front of what is shown; from now on more is kept, or it would fall out again. */
export function putHistory(replica: TopicReplica, items: readonly Entry[], keep: number): TopicReplica {
  const oldest = replica.entries[0]?.seq ?? Infinity;
  const older = items.filter((entry) => entry.seq < oldest);
  return { ...replica, keep, entries: keepLast(putEntries(replica.entries, older), keep) };
}

/** The connection is away: what is shown is right, but no longer the latest. */
export function fallBehind(replica: TopicReplica): TopicReplica {
  return replica.status === 'live' ? { ...replica, status: 'behind' } : replica;
}

/** The table of E6 for a frame of this epoch that leaves no hole. */
function advance(replica: TopicReplica, frame: Frame): TopicReplica {
  const next = applyState(replica, frame);
  if (frame.seq <= replica.seq) return next;
  const news = frame.entries.filter((entry) => entry.seq > replica.seq);
  return { ...next, seq: frame.seq, entries: keepLast(putEntries(next.entries, news), next.keep) };
}

/** What a hub under overload tells those who rest: its numbers are not news, for their entries are still to come. */
function isStateAlone({ resting, epoch }: TopicReplica, frame: Frame): boolean {
  return resting && frame.epoch === epoch && frame.entries.length === 0;
}

function wait(replica: TopicReplica, frame: Frame): TopicReplica {
  return { ...replica, waiting: [...replica.waiting, frame].slice(-framesWaiting) };
}

/** Applies the waiting frames whose turn has come, in the order of the log. */
function takeTurns(replica: TopicReplica): TopicReplica {
  const inOrder = [...replica.waiting].sort((one, other) => one.after - other.after);
  const isTurn = (frame: Frame, at: TopicReplica): boolean => frame.epoch === at.epoch && frame.after <= at.seq;
  const next = inOrder.reduce((at, frame) => (isTurn(frame, at) ? advance(at, frame) : at), replica);
  const waiting = inOrder.filter((frame) => !isTurn(frame, next));
  const settled = { ...next, waiting };
  return replica.status === 'joining' || replica.status === 'refused' ? settled : { ...settled, status: statusOf(settled) };
}

function statusOf(replica: TopicReplica): 'live' | 'behind' {
  return replica.waiting.length > 0 ? 'behind' : 'live';
}
