import type { Frame, TopicPatch, TopicState } from '@yunhui/contracts';
import type { TopicReplica } from './topic-view.js';

/**
 * Applies a frame's state, key by key: only what is newer than the value one has, so that a frame
 * that comes late cannot put an old tile over a new one.
 */
export function applyState(replica: TopicReplica, frame: Frame): TopicReplica {
  const { rev, state = {}, patch = {} } = frame;
  if (rev === undefined || (frame.state === undefined && frame.patch === undefined)) return replica;
  const isNewer = (key: string): boolean => rev > (replica.keyRevs.get(key) ?? replica.wholeRev);
  const changes = new Map(Object.entries({ ...patched(replica, patch), ...state }).filter(([key]) => isNewer(key)));
  const whole = isWhole(frame);
  if (whole) for (const key of Object.keys(replica.state)) if (!Object.hasOwn(state, key) && isNewer(key)) changes.set(key, null);
  const written = writeKeys(replica, changes, rev);
  return { ...written, rev: Math.max(replica.rev, rev), wholeRev: whole ? Math.max(replica.wholeRev, rev) : replica.wholeRev };
}

/**
 * Begins anew from a snapshot's state. When only some keys are tracked, the snapshot has only those:
 * the others stay as the page read them.
 */
export function takeState(replica: TopicReplica, rev: number, state: TopicState, tracked?: readonly string[]): TopicReplica {
  const stays = Object.entries(replica.state).filter(([key]) => tracked !== undefined && !tracked.includes(key));
  const values = [...stays, ...Object.entries(state).filter(([, value]) => value !== null)];
  return { ...replica, rev, wholeRev: rev, state: Object.fromEntries(values), keyRevs: new Map(values.map(([key]) => [key, rev])) };
}

/** The answer to `topic.track`: values of the keys added, as of `rev`. A key that it lacks does not exist. */
export function applyTracked(replica: TopicReplica, added: readonly string[], answer: { rev: number; state: TopicState }): TopicReplica {
  const current = added.filter((key) => answer.rev >= (replica.keyRevs.get(key) ?? 0));
  const changes = new Map(current.map((key) => [key, Object.hasOwn(answer.state, key) ? answer.state[key] : null]));
  return writeKeys(replica, changes, answer.rev);
}

/** The values that patches make of what is known; a key that is not known here was left, or will be told whole. */
function patched({ state }: TopicReplica, patch: TopicPatch): TopicState {
  const known = Object.entries(patch).filter(([key]) => Object.hasOwn(state, key));
  return Object.fromEntries(known.map(([key, fields]) => [key, { ...(state[key] as object), ...fields }]));
}

function writeKeys(replica: TopicReplica, changes: ReadonlyMap<string, unknown>, rev: number): TopicReplica {
  if (changes.size === 0) return replica;
  const values = new Map(Object.entries(replica.state));
  const keyRevs = new Map(replica.keyRevs);
  for (const [key, value] of changes) {
    keyRevs.set(key, rev);
    if (value === null) values.delete(key);
    else values.set(key, value);
  }
  return { ...replica, state: Object.fromEntries(values), keyRevs };
}

/** Only a snapshot names the time of the next one, and only a snapshot carries every key. */
function isWhole(frame: Frame): boolean {
  return 'pollAfterMs' in frame;
}
