export { atOnce, type InSlices } from './build-automaton.js';
export { buildLists, type AllowPhrase, type BuiltLists, type Lists } from './lists.js';
export { actions, type Action, type Level, type Term } from './term.js';
export { findPersonal, maskPersonal } from './personal.js';
export type { PersonalFinding } from './personal-finding.js';
export { screen, versionOf, type Finding, type Screening } from './screen.js';
export { transformations, type Transformation } from './transformations.js';
