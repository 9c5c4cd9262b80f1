import type { ReadableText } from '../../platform/reading/folded-text.rules.js';
import { matchIn, pieceOf, termsOf } from '../../platform/reading/matching.rules.js';

/** A name that a unit goes by: the full one on its seal, or one of its others. */
export type ReadName = { words: string; readable: ReadableText };

/** An other name is worth a little less than the full one; words that stand apart less than in one piece. As in the lobby's search. */
const otherName = 0.95;
const apart = 0.6;

/**
 * How well one of a unit's names is what somebody typed, and which; the full name comes first among `names`. Chinese, pinyin and
 * initials in any mixture, in one piece or word by word.
 */
export function bestName(names: readonly ReadName[], typed: string): { words: string; quality: number } | undefined {
  const [piece, terms] = [pieceOf(typed), termsOf(typed)];
  let best: { words: string; quality: number } | undefined;
  for (const [place, { words, readable }] of names.entries()) {
    const quality = (place === 0 ? 1 : otherName) * qualityOf(readable, piece, terms);
    if (quality > (best?.quality ?? 0)) best = { words, quality };
  }
  return best;
}

function qualityOf(readable: ReadableText, piece: string, terms: readonly string[]): number {
  const whole = matchIn(readable, piece)?.quality;
  if (whole !== undefined || terms.length < 2) return whole ?? 0;
  const each = terms.map((term) => matchIn(readable, term)?.quality ?? 0);
  return each.includes(0) ? 0 : (apart * each.reduce((sum, quality) => sum + quality, 0)) / each.length;
}
