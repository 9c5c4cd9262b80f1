import { isChance } from './borders.js';
import type { BuiltLists, Pattern } from './lists.js';
import { between, type NormalText } from './normal-text.js';
import type { Term } from './term.js';
import { bit } from './transformations.js';

/** A term that stands in a text: places in the normal text, both inclusive, and bits of what exposed it. */
export type Match = { rule: Term; from: number; to: number; how: number };

/** All terms in a text but those inside an allowed phrase that is at least as long, and those that came about by chance. */
export function matchTerms(normal: NormalText, lists: BuiltLists): Match[] {
  const terms: Match[] = [];
  const allowed: { from: number; to: number }[] = [];
  lists.automaton.scan(normal.codes, normal.length, (index, to) => {
    for (const pattern of lists.alternatives[index] ?? []) {
      const from = to - pattern.codes.length + 1;
      const how = howFound(normal, from, pattern);
      if (how === undefined) continue;
      if (pattern.rule) terms.push({ rule: pattern.rule, from, to, how });
      else if ((how & bit.gap) === 0) allowed.push({ from, to });
    }
  });
  if (terms.length === 0) return terms;
  return terms.filter(({ from, to }) => !allowed.some((phrase) => phrase.from <= from && to <= phrase.to) && !isChance(normal, from, to));
}

/** What the pattern's characters went through, or nothing if the text repeats one less often than the term does. */
function howFound({ runs, before, hows }: NormalText, from: number, pattern: Pattern): number | undefined {
  let how = 0;
  for (let index = 0; index < pattern.codes.length; index += 1) {
    const place = from + index;
    const run = runs[place] ?? 0;
    const wanted = pattern.runs[index] ?? 1;
    if (run < wanted) return undefined;
    if (run > wanted) how |= bit.repeat;
    if (index > 0 && (before[place] ?? 0) >= between.seen) how |= bit.gap;
    how |= hows[place] ?? 0;
  }
  return how;
}

/** Two characters read backwards are too often other words. */
const mayTurn = 3;

/** Terms written backwards. They are no words that way, so that words are not asked. */
export function matchBackwards({ codes, length }: NormalText, lists: BuiltLists): Match[] {
  const matches: Match[] = [];
  lists.automaton.scan(codes.slice(0, length).reverse(), length, (index, end) => {
    for (const { codes: pattern, rule } of lists.alternatives[index] ?? []) {
      const from = length - 1 - end;
      const to = from + pattern.length - 1;
      if (rule && pattern.length >= mayTurn) matches.push({ rule, from, to, how: bit.reversed });
    }
  });
  return matches;
}
