import type { Automaton } from './automaton.js';
import { buildAutomaton, type InSlices } from './build-automaton.js';
import { hashOf } from './hash.js';
import { normalise } from './normal-text.js';
import { actions, type Term } from './term.js';
import { buildSounds, type Sounds } from './sounds.js';
import { buildSplits, type Splits } from './splits.js';

/** A phrase in which listed terms mean no harm. */
export type AllowPhrase = { phrase: string };
export type Lists = { terms: readonly Term[]; allow: readonly AllowPhrase[] };

/** A term as it is matched: its kept characters, how often each stands in a row, and the rule it came from. Phrases have no rule. */
export type Pattern = { codes: Uint16Array; runs: Uint8Array; rule?: Term };

/** Lists ready to be matched. Never changed: new lists are built beside these and take their place at once. */
export type BuiltLists = {
  version: string;
  /** By the automaton's number: what reads the same and differs in repeats, or is both a term and a phrase. */
  alternatives: readonly (readonly Pattern[])[];
  automaton: Automaton;
  splits: Splits;
  sounds: Sounds;
};

const termsASlice = 128;

/**
 * Builds lists in slices of a few milliseconds, so that a server goes on while moderators edit them.
 * Of terms that read the same, the severest counts; what has no letter or digit can never be matched and is left out.
 */
export function* buildLists({ terms, allow }: Lists): InSlices<BuiltLists> {
  const bySpelling = new Map<string, Pattern[]>();
  let hash = hashOf('');
  let done = 0;
  for (const [text, rule] of sourcesOf({ terms, allow })) {
    hash = hashOf(`${text}\u0000${rule ? `${rule.id} ${rule.category} ${rule.level} ${rule.action}` : 'allow'}\u0001`, hash);
    addPattern(bySpelling, patternOf(text, rule));
    if (++done % termsASlice === 0) yield;
  }
  const alternatives = [...bySpelling.values()];
  yield;
  const automaton = yield* buildAutomaton(alternatives.map(([first]) => first?.codes ?? new Uint16Array(0)));
  const splits = yield* buildSplits(automaton);
  const sounds = yield* buildSounds(terms);
  const version = `${terms.length}+${allow.length}-${(hash >>> 0).toString(16).padStart(8, '0')}`;
  return { version, alternatives, automaton, splits, sounds };
}

function* sourcesOf({ terms, allow }: Lists): Generator<readonly [text: string, rule: Term | undefined]> {
  for (const { phrase } of allow) yield [phrase, undefined];
  for (const rule of terms) yield [rule.term, rule];
}

function addPattern(bySpelling: Map<string, Pattern[]>, pattern: Pattern): void {
  if (pattern.codes.length === 0) return;
  const spelling = String.fromCharCode(...pattern.codes);
  const others = bySpelling.get(spelling) ?? [];
  const same = others.find(({ rule, runs }) => Boolean(rule) === Boolean(pattern.rule) && runs.join() === pattern.runs.join());
  if (!same) bySpelling.set(spelling, [...others, pattern]);
  else if (severity(pattern.rule) > severity(same.rule)) same.rule = pattern.rule;
}

function patternOf(text: string, rule: Term | undefined): Pattern {
  const { codes, runs, length } = normalise(text);
  return { codes: codes.slice(0, length), runs: runs.slice(0, length), rule };
}

const severity = (rule: Term | undefined): number => (rule ? actions.indexOf(rule.action) * 8 + rule.level : -1);
