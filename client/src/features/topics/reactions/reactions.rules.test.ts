import type { ReactionName } from '@yunhui/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { glyphs, names } from './glyphs.js';
import { mostPerCall, nextCall, othersSince, tap, type Taps } from './reactions.rules.js';

const aName = fc.constantFrom<ReactionName>('like', 'clap', 'heart', 'wow', 'think', 'flower');

test('every tap is told once, in calls of at most twenty', () => {
  fc.assert(
    fc.property(fc.array(aName, { maxLength: 300 }), (tapped) => {
      let taps: Taps = tapped.reduce<Taps>(tap, {});
      const told = new Map<string, number>();
      for (let next = nextCall(taps); next; next = nextCall(taps)) {
        expect(next.call.count).toBeGreaterThan(0);
        expect(next.call.count).toBeLessThanOrEqual(mostPerCall);
        told.set(next.call.name, (told.get(next.call.name) ?? 0) + next.call.count);
        taps = next.rest;
      }
      for (const name of names) expect(told.get(name) ?? 0).toBe(tapped.filter((each) => each === name).length);
    }),
  );
});

test('what others did is the difference, without one’s own, and never a thousand at once', () => {
  expect(othersSince({ like: 5 }, { like: 8, heart: 1 }, { like: 1 })).toEqual([
    { name: 'like', count: 2 },
    { name: 'heart', count: 1 },
  ]);
  expect(othersSince({ like: 5 }, { like: 6 }, { like: 3 })).toEqual([]);
  expect(othersSince({}, { clap: 900 }, {})).toEqual([{ name: 'clap', count: 4 }]);
  expect(othersSince(undefined, { like: 900 }, {})).toEqual([]);
});

test('every reaction has a drawing', () => {
  for (const name of names) expect(glyphs[name]).toMatch(/^M[\d.]/);
});
