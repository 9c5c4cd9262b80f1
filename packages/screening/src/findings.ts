import type { Burst, PersonFinding } from './flood.js';
import { findPersonal } from './personal.js';
import type { Action, Level } from './term.js';
import type { Transformation } from './transformations.js';
import type { Trust } from './trust.js';

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

export type Verdict = 'pass' | Action;

const severity: Record<Verdict, number> = { pass: 0, mask: 1, hold: 2, reject: 3, mute: 4 };

export function worstOf(findings: readonly Finding[]): Verdict {
  return findings.reduce<Verdict>((worst, { action }) => (severity[action] > severity[worst] ? action : worst), 'pass');
}

/** What is only heard, or read backwards, is a guess: a person looks before anything is refused. */
export const guess = (finding: Finding): Finding => ({ ...finding, action: 'hold' });

/**
 * A finding by who wrote it. Somebody new who disguises a word that is only masked wants it read: it is held.
 * Somebody trusted is not held for what is mild; it is masked. What is refused is refused to everybody.
 */
export function weigh(finding: Finding, trust: Trust): Finding {
  const { action, level, category, exposedBy } = finding;
  if (trust === 0 && action === 'mask' && exposedBy.length > 0) return { ...finding, action: 'hold' };
  if (trust === 2 && action === 'hold' && level <= 1 && category !== 'flood') return { ...finding, action: 'mask' };
  return finding;
}

/** Personal data is masked; hidden from programs it is an offer, and a person looks at it. */
export function personalFindings(text: string): Finding[] {
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

/** Saying it over and over, too much of anything, or what many say at once: the whole text waits, a burst as one item. */
export function floodFindings({ length }: string, person: PersonFinding, burst: Burst | undefined): Finding[] {
  const found = [person === 'fine' ? [] : [`flood.${person}`], burst ? [`flood.burst.${burst.id}`] : []].flat();
  return found.map((rule) => ({ rule, category: 'flood', level: 1, action: 'hold', start: 0, end: length, exposedBy: [] }));
}
