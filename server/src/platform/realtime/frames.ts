import type { Entry, Frame, Snapshot, TopicState } from '@yunhui/contracts';
import { engine } from './engine-settings.js';
import type { EncodedState } from './encoded-frame.js';
import type { Cohort, Position, Subscription } from './subscriber.js';
import type { WarmTopic } from './warm-topic.js';

type Span = { after: number; seq: number; entries: Entry[] };

/** Where a topic stands on this node. */
export function positionOf({ ring, rev }: WarmTopic): Position {
  return { epoch: ring.epoch, seq: ring.head, rev };
}

/** E6: a frame says everything about (after, seq]; what is not among its entries was not shown. */
export function frameOf(topic: WarmTopic, { after, seq, entries }: Span, state?: { rev: number; state: TopicState }): Frame {
  return {
    topic: topic.name,
    epoch: topic.ring.epoch,
    after,
    seq,
    at: Date.now(),
    entries,
    dropped: seq - after - entries.length,
    ...state,
  };
}

/** Everything a cohort has not been told since it stood at `from`, whether a tick ago or, for a slow reader, longer. */
export function frameSince(topic: WarmTopic, cohort: Cohort, from: Position): Frame {
  const span = spanSince(topic, from);
  const entries = cohort === 'state' || cohort === 'resting' ? [] : span.entries;
  const state = cohort === 'entries' || hasRestarted(topic, from) ? undefined : stateSince(topic, from.rev);
  return frameOf(topic, { ...span, entries }, state);
}

/** The same numbers with every second message left out, and counted among what was dropped. */
export function thinned({ ring }: WarmTopic, frame: Frame): Frame {
  const entries = ring.thinned(frame.entries);
  return { ...frame, entries, dropped: frame.seq - frame.after - entries.length };
}

/** Another epoch: an empty frame of it makes every client ask for the snapshot. */
function spanSince(topic: WarmTopic, from: Position): Span {
  const { ring } = topic;
  if (hasRestarted(topic, from)) return { after: ring.head, seq: ring.head, entries: [] };
  const entries = ring.since(from.seq);
  // More came than the ring keeps: the frame says so by its `after`, and clients close the gap.
  return entries
    ? { after: from.seq, seq: ring.head, entries }
    : { after: ring.from, seq: ring.head, entries: ring.since(ring.from) ?? [] };
}

export const hasRestarted = ({ ring }: WarmTopic, { epoch }: Position): boolean => epoch !== ring.epoch;

/** The last shown entries with the whole state, or the tracked keys of it. */
export function snapshotOf(topic: WarmTopic, keys?: ReadonlySet<string>): Snapshot {
  const { after, entries } = topic.ring.last(engine.snapshot.entries);
  const state = topic.shownState();
  if (keys) for (const key of Object.keys(state)) if (!keys.has(key)) delete state[key];
  return { ...frameOf(topic, { after, seq: topic.ring.head, entries }), rev: topic.rev, state, pollAfterMs: engine.snapshot.pollAfterMs };
}

/** What changed in the state after `rev`, removed keys as null; undefined when nothing did. */
export function stateSince(topic: WarmTopic, rev: number, keys?: ReadonlySet<string>): { rev: number; state: TopicState } | undefined {
  if (topic.rev <= rev) return undefined;
  const state: TopicState = {};
  let news = false;
  for (const key of keys ?? topic.state.keys()) {
    const value = topic.state.get(key);
    if (!value || value.rev <= rev) continue;
    state[key] = value.value;
    news = true;
  }
  return news ? { rev: topic.rev, state } : undefined;
}

/** What changed of the tracked keys since they were told; undefined when nothing did. */
export function trackedSince({ topic, keys, sentRev, patchesAfter = Infinity }: Subscription): EncodedState | undefined {
  const [whole, patched]: [string[], string[]] = [[], []];
  for (const key of keys ?? []) {
    const kept = topic.state.get(key);
    if (!kept || kept.rev <= sentRev) continue;
    const patch = kept.patch;
    // Only what this subscription was told by this node is surely what the patch was made from.
    if (patch && patch.since > patchesAfter && patch.since <= sentRev) patched.push(`${JSON.stringify(key)}:${patch.json}`);
    else whole.push(`${JSON.stringify(key)}:${kept.json}`);
  }
  return whole.length + patched.length > 0 ? { rev: topic.rev, whole, patched } : undefined;
}
