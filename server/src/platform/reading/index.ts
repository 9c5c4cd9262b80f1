export type { ReadableText } from './folded-text.rules.js';
export { type Match, matchIn, pieceOf, termsOf } from './matching.rules.js';
export { readText } from './readable-text.js';
