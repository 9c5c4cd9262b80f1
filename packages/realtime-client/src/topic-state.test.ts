import type { Frame } from '@yunhui/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFrame, aSnapshot, epoch, topic } from '../test/a-log.js';
import { applyFrame, applyPolled, startAt } from './apply-frame.js';
import { applyTracked, takeState } from './topic-state.js';
import { emptyReplica } from './topic-view.js';

const fresh = startAt(emptyReplica(topic, 200), { epoch, seq: 0, rev: 10, state: { a: 1, b: 1 } });
const stateFrame = (rev: number, state: Frame['state']): Frame => ({ ...aFrame(0, 0), rev, state });

describe('state', () => {
  test('ends the same in whatever order its frames come', () => {
    const changes = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), value: fc.option(fc.integer()) }), { maxLength: 20 });
    const shuffled = changes.chain((list) => {
      const frames = list.map(({ key, value }, index) => stateFrame(11 + index, { [key]: value }));
      return fc.record({ frames: fc.constant(frames), mixed: fc.shuffledSubarray(frames, { minLength: frames.length }) });
    });
    fc.assert(
      fc.property(shuffled, ({ frames, mixed }) => {
        expect(mixed.reduce(applyFrame, fresh).state).toEqual(frames.reduce(applyFrame, fresh).state);
      }),
      { numRuns: 300 },
    );
  });

  test('that is older than the value one has is ignored', () => {
    expect(applyFrame(applyFrame(fresh, stateFrame(12, { a: 3 })), stateFrame(11, { a: 2 })).state).toEqual({ a: 3, b: 1 });
  });

  test('of a key that was removed does not come back by a late frame', () => {
    const removed = applyFrame(fresh, stateFrame(12, { a: null }));
    expect(applyFrame(removed, stateFrame(11, { a: 2 })).state).toEqual({ b: 1 });
  });

  test('that a whole snapshot lacks is gone', () => {
    expect(applyPolled(fresh, aSnapshot(0, 0, { rev: 20, state: { b: 2 } })).state).toEqual({ b: 2 });
  });

  test('keeps a key named like a part of every object for what it is', () => {
    const { state } = applyFrame(fresh, stateFrame(12, JSON.parse('{"__proto__": {"viewers": 1}}') as Frame['state']));
    expect(Object.hasOwn(state, '__proto__')).toBe(true);
    expect(({} as { viewers?: number }).viewers).toBeUndefined();
  });
});

describe('patches', () => {
  const known = startAt(emptyReplica(topic, 200), { epoch, seq: 0, rev: 10, state: { a: { title: '月壤', viewers: 1 } } });
  const patchFrame = (rev: number, patch: Frame['patch'], state?: Frame['state']): Frame => ({ ...aFrame(0, 0), rev, patch, state });

  test('change their fields of what is known, beside whole values of other keys', () => {
    const view = applyFrame(known, patchFrame(11, { a: { viewers: 2 } }, { b: 1 }));
    expect(view).toMatchObject({ rev: 11, state: { a: { title: '月壤', viewers: 2 }, b: 1 } });
  });

  test('that are older than the value one has are ignored, and so is one of a key that was left', () => {
    const newer = applyFrame(known, patchFrame(15, { a: { viewers: 9 } }));
    const view = applyFrame(newer, patchFrame(12, { a: { viewers: 2 }, gone: { viewers: 1 } }));
    expect(view.state).toEqual({ a: { title: '月壤', viewers: 9 } });
  });
});

describe('tracked keys', () => {
  test('take the value of the answer, also at the rev one has', () => {
    const view = applyTracked(fresh, ['a', 'c'], { rev: 10, state: { a: 5, c: 6 } });
    expect(view).toMatchObject({ rev: 10, state: { a: 5, b: 1, c: 6 } });
  });

  test('that the answer lacks do not exist', () => {
    expect(applyTracked(fresh, ['a'], { rev: 11, state: {} }).state).toEqual({ b: 1 });
  });

  test('do not take back what a newer frame said', () => {
    const newer = applyFrame(fresh, stateFrame(15, { a: 9 }));
    expect(applyTracked(newer, ['a'], { rev: 12, state: { a: 2 } }).state).toEqual({ a: 9, b: 1 });
  });

  test('alone are replaced by a snapshot of them', () => {
    expect(takeState(fresh, 20, { a: 7 }, ['a', 'x']).state).toEqual({ a: 7, b: 1 });
  });
});
