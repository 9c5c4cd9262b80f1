import type { Entry, Frame, Snapshot, TopicState } from '@yunhui/contracts';
import { engine } from './engine-settings.js';
import type { WarmTopic } from './warm-topic.js';

type Span = { after: number; seq: number; entries: Entry[] };

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

/** The last shown entries with the whole state, or the tracked keys of it. */
export function snapshotOf(topic: WarmTopic, keys?: ReadonlySet<string>): Snapshot {
  const { after, entries } = topic.ring.last(engine.snapshot.entries);
  const state = topic.shownState();
  if (keys) for (const key of Object.keys(state)) if (!keys.has(key)) delete state[key];
  return { ...frameOf(topic, { after, seq: topic.ring.head, entries }), rev: topic.rev, state, pollAfterMs: engine.snapshot.pollAfterMs };
}

/** What changed in the state after `rev`, removed keys as null; undefined when nothing did. */
export function stateSince(topic: WarmTopic, rev: number, keys?: ReadonlySet<string>): { rev: number; state: TopicState } | undefined {
  const state: TopicState = {};
  let news = false;
  for (const [key, value] of topic.state) {
    if (value.rev <= rev || (keys && !keys.has(key))) continue;
    state[key] = value.value;
    news = true;
  }
  return news ? { rev: topic.rev, state } : undefined;
}
