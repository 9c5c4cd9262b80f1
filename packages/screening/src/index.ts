export { atOnce, type InSlices } from './build-automaton.js';
export { buildLists, type AllowPhrase, type BuiltLists, type Lists } from './lists.js';
export { actions, type Action, type Level, type Term } from './term.js';
export { findPersonal, maskPersonal } from './personal.js';
export { joinedSpans, maskSpans, spanAfter, type Span } from './spans.js';
export type { PersonalFinding } from './personal-finding.js';
export type { Finding, Verdict } from './findings.js';
export { screen, versionOf, type Context, type Screening } from './screen.js';
export { transformations, type Transformation } from './transformations.js';
export { fewestPairs, fingerprintOf, isNear, sameSlots, type Fingerprint } from './fingerprint.js';
export {
  mayBurst,
  notePerson,
  noteTopic,
  rememberedMs,
  renamed,
  type Burst,
  type PersonFinding,
  type PersonState,
  type Said,
  type TopicState,
} from './flood.js';
export { trustOf, type AuthorRecord, type Trust } from './trust.js';
