import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseRooms, linesInTurn, pauseMs, shuffle, type Chance } from './visitor.rules.js';

const steady: Chance = () => 0.5;
const someChance = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })).map(
  (stream): Chance =>
    () =>
      stream.next().value ?? 0,
);

describe('a visitor', () => {
  test('stays in rooms that are live, and leaves those that are not', () => {
    const rooms = chooseRooms(['beijing', 'tide'], ['tide', 'hubei'], steady);
    expect(rooms[0]).toBe('tide');
    expect(new Set(rooms)).toEqual(new Set(['tide', 'hubei']));
  });

  test('is never in more than three rooms, nor in one that is not live, nor twice in one', () => {
    const slugs = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'));
    fc.assert(
      fc.property(slugs, slugs, someChance, (rooms, live, chance) => {
        const chosen = chooseRooms(rooms, live, chance);
        expect(chosen).toHaveLength(Math.min(3, live.length));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.filter((room) => !live.includes(room))).toEqual([]);
      }),
    );
  });

  test('is nowhere when nothing is live', () => {
    expect(chooseRooms(['beijing'], [], steady)).toEqual([]);
  });
});

describe('a pause', () => {
  test('is about the mean, and doubles with each refusal in a row up to five minutes', () => {
    const pauses = [0, 1, 2, 3, 4, 20].map((refusals) => pauseMs({ meanMs: 20_000, refusals }, steady));
    expect(pauses).toEqual([20_000, 40_000, 80_000, 160_000, 300_000, 300_000]);
  });

  test('is never shorter than the hub has asked for', () => {
    expect(pauseMs({ meanMs: 1_000, refusals: 1, retryAfterMs: 600_000 }, steady)).toBe(600_000);
  });

  test('has jitter, so that visitors do not speak in chorus', () => {
    expect([0, 0.999].map((lot) => pauseMs({ meanMs: 20_000, refusals: 0 }, () => lot))).toEqual([10_000, 29_980]);
  });
});

describe('lines', () => {
  test('all come before one comes again', () => {
    fc.assert(
      fc.property(someChance, (chance) => {
        const lines = linesInTurn(['a', 'b', 'c', 'd'], chance);
        for (const _round of [1, 2]) expect([1, 2, 3, 4].map(() => lines.next().value).sort()).toEqual(['a', 'b', 'c', 'd']);
      }),
    );
  });

  test('are shuffled without losing or doubling one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), someChance, (items, chance) => {
        const upwards = (one: number, other: number): number => one - other;
        expect(shuffle(items, chance).toSorted(upwards)).toEqual(items.toSorted(upwards));
      }),
    );
  });
});
