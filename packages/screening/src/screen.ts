import type { BuiltLists } from './lists.js';
import type { Trust } from './trust.js';
import { isWorthHearing, matchSounds } from './match-sounds.js';
import type { Burst, PersonFinding } from './flood.js';
import { floodFindings, guess, personalFindings, weigh, worstOf, type Finding, type Verdict } from './findings.js';
import { matchBackwards, matchTerms, type Match } from './matches.js';
import { normalise, type NormalText } from './normal-text.js';
import { joinedSpans, maskSpans, type Span } from './spans.js';
import { putTogether } from './splits.js';
import { bit, disguises, namesOf } from './transformations.js';

/** Raised with every change that can change a verdict, so that a replay over the log says which pipeline judged. */
const pipeline = 2;

/** What else is known when a text is judged: of its author, and what was said before. */
export type Context = { trust?: Trust; person?: PersonFinding; burst?: Burst };

export type Screening = {
  verdict: Verdict;
  findings: Finding[];
  /** The text with everything masked that is to be masked, whatever else is decided. */
  text: string;
  /** What is masked in it, by its place in the original: in order, never overlapping. */
  masks: Span[];
  version: string;
};

/** Names pipeline and lists: the same text in the same context under the same version has the same verdict. */
export const versionOf = ({ version }: BuiltLists): string => `${pipeline}/${version}`;

/**
 * Judges a text or a display name by lists, by what would find a person, and by its context. Pure: the log
 * can be judged again. What another stage found fault with has its sounds compared too.
 */
export function screen(text: string, lists: BuiltLists, { trust = 1, person = 'fine', burst }: Context = {}): Screening {
  const normal = normalise(text);
  const floods = floodFindings(text, person, burst);
  const findings = [...floods, ...termFindings(normal, lists, floods.length > 0), ...personalFindings(text)];
  findings.sort((one, other) => one.start - other.start || other.end - one.end);
  const weighed = findings.map((finding) => weigh(finding, trust));
  const masks = joinedSpans(weighed.filter(({ action, rule }) => action === 'mask' || rule.startsWith('personal.')));
  return { verdict: worstOf(weighed), findings: weighed, text: maskSpans(text, masks), masks, version: versionOf(lists) };
}

function termFindings(normal: NormalText, lists: BuiltLists, isFlagged: boolean): Finding[] {
  const found = matchTerms(normal, lists).map((match) => findingOf(normal, match));
  for (const whole of wholes(normal, lists)) {
    const put = matchTerms(whole, lists).filter(({ how }) => (how & bit.split) !== 0);
    found.push(...put.map((match) => findingOf(whole, match)));
  }
  const turned = matchBackwards(normal, lists).map((match) => guess(findingOf(normal, match)));
  found.push(...turned.filter((one) => !found.some((other) => overlap(one, other))));
  if (isFlagged || found.length > 0 || (normal.how & disguises) !== 0 || isWorthHearing(normal)) {
    const heard = matchSounds(normal, lists).map((match) => guess(findingOf(normal, match)));
    found.push(...heard.filter((one) => !found.some((other) => overlap(one, other))));
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

const overlap = (one: Finding, other: Finding): boolean => one.start < other.end && other.start < one.end;
