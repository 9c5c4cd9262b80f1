import type { Frame } from '@yunhui/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTrackedFrame } from './encoded-frame.js';
import { frameOf, trackedSince } from './frames.js';
import type { Subscription } from './subscriber.js';
import { WarmTopic } from './warm-topic.js';

const keys = ['a', 'b', 'c'];
const head = { epoch: 'e1', seq: 0, mode: {}, modeVersion: 1, audience: 'public' as const };
const log = { open: async () => undefined, after: async () => undefined, endEpoch: async () => undefined };
const nothing = (): void => undefined;
const aNode = () => new WarmTopic('lobby:week', { head, rows: [] }, log, nothing, nothing);

/** A viewer as the protocol describes one: whole values replace, patches are merged into what is known. */
class Viewer {
  readonly known = new Map<string, unknown>();
  private subscription?: Subscription;
  rev = 0;

  join(topic: WarmTopic): void {
    for (const [key, kept] of topic.state) if (kept.rev > this.rev) this.learn(key, kept.value);
    const patchesAfter = Math.max(topic.rev, this.rev);
    const told = { cohort: 'keys', mode: 'state', sentRev: topic.rev, sentSeq: 0, patchesAfter } as const;
    this.subscription = { ...told, subscriber: {} as Subscription['subscriber'], topic, keys: new Set(keys) };
    this.rev = Math.max(this.rev, topic.rev);
  }

  hear(): void {
    const { subscription } = this;
    const state = subscription && trackedSince(subscription);
    if (!state) return;
    subscription.sentRev = subscription.topic.rev;
    const bytes = encodeTrackedFrame(frameOf(subscription.topic, { after: 0, seq: 0, entries: [] }), state);
    const [, frame] = JSON.parse(bytes.toString().slice(bytes.toString().indexOf('["frame"'))) as [string, Frame];
    for (const [key, value] of Object.entries(frame.state ?? {})) this.learn(key, value);
    for (const [key, fields] of Object.entries(frame.patch ?? {})) {
      if (typeof this.known.get(key) !== 'object') throw new Error(`a patch of ${key}, which is not known`);
      this.learn(key, { ...(this.known.get(key) as object), ...fields });
    }
    this.rev = Math.max(this.rev, frame.rev ?? 0);
  }

  private learn(key: string, value: unknown): void {
    if (value === null) this.known.delete(key);
    else this.known.set(key, value);
  }
}

const tile = fc.record(
  { title: fc.constantFrom('月球背面的第一锹土', '海底的光'), viewers: fc.nat(3), state: fc.constantFrom('live', 'over'), heat: fc.nat(2) },
  { requiredKeys: ['title', 'viewers'] },
);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ put: fc.constantFrom(...keys), value: fc.option(tile), lostBy: fc.constantFrom(-1, -1, 0, 1) }) },
  { weight: 3, arbitrary: fc.constant({ hear: true } as const) },
  { weight: 1, arbitrary: fc.record({ join: fc.constantFrom(0, 1) }) },
  { weight: 1, arbitrary: fc.record({ look: fc.constantFrom(0, 1) }) },
);

test('whole and by patches, on either of two nodes that miss some of the news, a viewer ends with what the node has', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const nodes = [aNode(), aNode()] as const;
      const truth = new Map<string, { rev: number; value: unknown }>();
      const viewer = new Viewer();
      let [rev, at] = [0, 0];
      viewer.join(nodes[0]);
      for (const now of steps) {
        if ('put' in now) {
          rev += 1;
          truth.set(now.put, { rev, value: now.value });
          const news = { state: { after: rev - 1, rev, state: { [now.put]: now.value } } };
          nodes.forEach((node, n) => n !== now.lostBy && node.hear(news));
        } else if ('join' in now) {
          at = now.join;
          viewer.join(nodes[at as 0 | 1]);
        } else if ('look' in now) nodes[now.look as 0 | 1].catchUp(rev, truth);
        else viewer.hear();
      }
      nodes[at as 0 | 1].catchUp(rev, truth); // the ten-second look
      viewer.hear();
      viewer.hear();
      const should = [...truth].filter(([, { value }]) => value !== null).map(([key, { value }]) => [key, value] as const);
      expect(Object.fromEntries(viewer.known)).toEqual(Object.fromEntries(should));
    }),
    { numRuns: 2_000 },
  );
});

test('what was known before it joined may be of another node: the first change is told whole, the next by its fields', () => {
  const [one, other] = [aNode(), aNode()];
  const told = (viewers: number) => ({ title: '月球背面的第一锹土', viewers });
  for (const node of [one, other]) node.takeState(1, { a: told(1) });
  const viewer = new Viewer();
  viewer.join(one);
  one.takeState(2, { a: told(2) }); // the other node does not hear of it
  viewer.hear();
  viewer.join(other);
  other.catchUp(3, new Map([['a', { rev: 3, value: told(1) }]]));
  viewer.hear();
  expect(viewer.known.get('a')).toEqual(told(1));
  other.takeState(4, { a: told(4) });
  expect(other.state.get('a')?.patch?.json).toBe('{"viewers":4}');
  viewer.hear();
  expect(viewer.known.get('a')).toEqual(told(4));
});
