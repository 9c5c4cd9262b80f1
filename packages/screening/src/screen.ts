import type { BuiltLists } from './lists.js';
import type { Action, Level } from './term.js';
import { isWorthHearing, matchSounds } from './match-sounds.js';
import { matchTerms, type Match } from './matches.js';
import { normalise, type NormalText } from './normal-text.js';
import { findPersonal, maskSpans } from './personal.js';
import { putTogether } from './splits.js';
import { bit, disguises, namesOf, type Transformation } from './transformations.js';

/** Raised with every change that can change a verdict, so that a replay over the log says which pipeline judged. */
const pipeline = 1;

/** Why a text is not let through as it is: the rule, where it applies in the original, and what had hidden it. */
export type Finding = {
  rule: string;
  category: string;
  level: Level;
  action: Action;
  start: number;
  end: number;
  exposedBy: Transformation[];
};

export type Screening = {
  verdict: 'pass' | Action;
  findings: Finding[];
  /** The text with everything masked that is to be masked, whatever else is decided. */
  text: string;
  version: string;
};

const severity: Record<Screening['verdict'], number> = { pass: 0, mask: 1, hold: 2, reject: 3, mute: 4 };

/** Names pipeline and lists: the same text under the same version has the same verdict. */
export const versionOf = ({ version }: BuiltLists): string => `${pipeline}/${version}`;

/**
 * Judges a text or a display name by lists and by what would find a person. Pure: the same text and lists
 * give the same answer. `isFlagged` says that another stage found fault, so that sounds are compared too.
 */
export function screen(text: string, lists: BuiltLists, { isFlagged = false }: { isFlagged?: boolean } = {}): Screening {
  const normal = normalise(text);
  const findings = [...termFindings(normal, lists, isFlagged), ...personalFindings(text)];
  findings.sort((one, other) => one.start - other.start || other.end - one.end);
  const verdict = findings.reduce<Screening['verdict']>(
    (worst, { action }) => (severity[action] > severity[worst] ? action : worst),
    'pass',
  );
  return { verdict, findings, text: masked(text, findings), version: versionOf(lists) };
}

function termFindings(normal: NormalText, lists: BuiltLists, isFlagged: boolean): Finding[] {
  const found = matchTerms(normal, lists).map((match) => findingOf(normal, match));
  for (const whole of wholes(normal, lists)) {
    const put = matchTerms(whole, lists).filter(({ how }) => (how & bit.split) !== 0);
    found.push(...put.map((match) => findingOf(whole, match)));
  }
  if (isFlagged || found.length > 0 || (normal.how & disguises) !== 0 || isWorthHearing(normal)) {
    const heard = matchSounds(normal, lists).map((match) => guess(findingOf(normal, match)));
    found.push(...heard.filter((one) => !found.some((other) => one.start < other.end && other.start < one.end)));
  }
  return found;
}

/** The text with split characters put together, in both ways if they differ. */
function wholes(normal: NormalText, { splits }: BuiltLists): NormalText[] {
  const longest = putTogether(normal, splits, 'longest');
  const shortest = longest && putTogether(normal, splits, 'shortest');
  if (!longest || !shortest) return [];
  return shortest.length === longest.length ? [longest] : [longest, shortest];
}

function findingOf({ starts, ends }: NormalText, { rule, from, to, how }: Match): Finding {
  const { id, category, level, action } = rule;
  return { rule: id, category, level, action, start: starts[from] ?? 0, end: ends[to] ?? 0, exposedBy: namesOf(how) };
}

/** A sound is a guess: a person looks before anything is refused. */
const guess = (finding: Finding): Finding => ({ ...finding, action: 'hold' });

/** Personal data is masked; hidden from programs it is an offer, and a person looks at it. */
function personalFindings(text: string): Finding[] {
  return findPersonal(text).map(({ kind, start, end, isDisguised }) => ({
    rule: `personal.${kind}`,
    category: 'privacy',
    level: isDisguised ? 3 : 1,
    action: isDisguised ? 'hold' : 'mask',
    start,
    end,
    exposedBy: isDisguised ? ['digit-word'] : [],
  }));
}

/** Terms to be masked and all personal data; what overlaps is masked as one. */
function masked(text: string, findings: readonly Finding[]): string {
  const spans: { start: number; end: number }[] = [];
  for (const { action, rule, start, end } of findings) {
    if (action !== 'mask' && !rule.startsWith('personal.')) continue;
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans.length === 0 ? text : maskSpans(text, spans);
}
