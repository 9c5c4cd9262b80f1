import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce, buildAutomaton } from './build-automaton.js';

const codesOf = (text: string): Uint16Array => Uint16Array.from(text, (one) => one.charCodeAt(0));

function found(patterns: readonly string[], text: string): string[] {
  const automaton = atOnce(buildAutomaton(patterns.map(codesOf)));
  const hits: string[] = [];
  automaton.scan(codesOf(text), text.length, (pattern, end) => hits.push(`${patterns[pattern]}@${end}`));
  return hits;
}

/** Looks for every pattern at every place, longest first. */
function foundPlainly(patterns: readonly string[], text: string): string[] {
  const longestFirst = [...patterns].sort((one, other) => other.length - one.length);
  return Array.from(text, (_one, end) =>
    longestFirst.filter((pattern) => text.slice(0, end + 1).endsWith(pattern)).map((hit) => `${hit}@${end}`),
  ).flat();
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', '加', '群'), minLength: 1, maxLength: 5 });

test('the automaton finds what looking at every place finds, in the same order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', '加', '群'), maxLength: 30 }),
      (patterns, text) => {
        expect(found(patterns, text)).toEqual(foundPlainly(patterns, text));
      },
    ),
    { numRuns: 2000 },
  );
});

test('an automaton of nothing finds nothing', () => {
  expect(found([], '加群')).toEqual([]);
});

test('it is built in slices, so that others get their turn', () => {
  const patterns = Array.from({ length: 3_000 }, (_, index) => codesOf(`词${index}`));
  const work = buildAutomaton(patterns);
  let slices = 1;
  while (!work.next().done) slices += 1;
  expect(slices).toBeGreaterThan(patterns.length / 512);
});
