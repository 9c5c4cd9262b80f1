/** What stood between a text as written and the term that was found in it. */
export const transformations = [
  'width',
  'traditional',
  'look-alike',
  'digit-word',
  'hidden',
  'gap',
  'repeat',
  'split',
  'reversed',
  'pinyin',
] as const;
export type Transformation = (typeof transformations)[number];

/** One bit for each transformation, so that a scan can gather them without allocating. */
export const bit = Object.fromEntries(transformations.map((name, place) => [name, 1 << place])) as Record<Transformation, number>;

/** Transformations that people who mean no harm hardly ever write. */
export const disguises = bit['look-alike'] | bit.hidden | bit.split | bit.reversed | bit.pinyin;

export function namesOf(bits: number): Transformation[] {
  return transformations.filter((name) => (bits & bit[name]) !== 0);
}
