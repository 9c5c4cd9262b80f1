import { hashOf } from './hash.js';
import { normalise, shownText } from './normal-text.js';

/** What is left of a text for telling whether another says the same: a hash of all of it, and the smallest hashes of its pairs. */
export type Fingerprint = { whole: number; smallest: readonly number[]; size: number };

const slots = 8;
/** Up to so many letters a text has too few pairs to be like another one: only the same counts. */
export const fewestPairs = 6;
/** Of the slots, so many are alike in two texts that say nearly the same. */
export const sameSlots = 6;
/** Odd multipliers: one family of hashes for each slot. */
const families = Array.from({ length: slots }, (_, slot) => Math.imul(0x9e3779b1, slot * 2 + 1) | 1);

/**
 * The fingerprint of a text as screening reads it: disguises, gaps, repeats and numbers in it make no other text. In a
 * short one the number is what is said: “选1” is not “选2”.
 */
export function fingerprintOf(text: string): Fingerprint {
  const words = shownText(normalise(text)).replace(/[ ,]/g, '');
  const letters = words.replace(/\d/g, '');
  const smallest = families.map(() => 0xffff_ffff);
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = letters.charCodeAt(at) * 0x1_0000 + letters.charCodeAt(at + 1);
    for (let slot = 0; slot < slots; slot += 1) {
      const mixed = Math.imul(pair ^ (pair >>> 15), families[slot] ?? 1);
      const hash = (mixed ^ (mixed >>> 13)) >>> 0;
      if (hash < (smallest[slot] ?? 0)) smallest[slot] = hash;
    }
  }
  return { whole: hashOf(letters.length <= fewestPairs ? words : letters), smallest, size: letters.length };
}

/** Whether two texts say nearly the same: about three quarters of their pairs. */
export function isNear(one: Fingerprint, other: Fingerprint): boolean {
  if (one.size === 0 || other.size === 0) return false;
  if (one.whole === other.whole && one.size === other.size) return true;
  if (Math.min(one.size, other.size) <= fewestPairs) return false;
  let same = 0;
  for (let slot = 0; slot < slots; slot += 1) if (one.smallest[slot] === other.smallest[slot]) same += 1;
  return same >= sameSlots;
}
