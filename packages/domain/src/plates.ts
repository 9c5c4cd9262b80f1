/** The drawings that a plate can be. */
export const plateKinds = [
  'orbit',
  'plasma',
  'dish',
  'mineral',
  'fossil',
  'detector',
  'deep',
  'rice',
  'sun',
  'diffraction',
  'glacier',
  'aurora',
  'cells',
  'bridge',
  'birds',
  'hex',
  'seeds',
  'clock',
  'trails',
  'water',
  'feather',
  'rocket',
  'contour',
  'tea',
  'straw',
] as const;
export type PlateKind = (typeof plateKinds)[number];

/** Which drawing a province-level unit has. */
const plateOfProvince: Readonly<Record<string, PlateKind>> = {
  110000: 'orbit',
  120000: 'water',
  130000: 'contour',
  140000: 'hex',
  150000: 'straw',
  210000: 'feather',
  220000: 'glacier',
  230000: 'aurora',
  310000: 'sun',
  320000: 'trails',
  330000: 'water',
  340000: 'plasma',
  350000: 'tea',
  360000: 'birds',
  370000: 'deep',
  410000: 'fossil',
  420000: 'clock',
  430000: 'rice',
  440000: 'diffraction',
  450000: 'fossil',
  460000: 'rocket',
  500000: 'bridge',
  510000: 'detector',
  520000: 'dish',
  530000: 'seeds',
  540000: 'glacier',
  610000: 'clock',
  620000: 'mineral',
  630000: 'trails',
  640000: 'straw',
  650000: 'glacier',
  710000: 'tea',
  810000: 'hex',
  820000: 'orbit',
  XPCC: 'contour',
};

/** A number that is the same for the same text, to choose by. */
export const lotOf = (text: string): number => [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7);

/**
 * The drawing of a channel: its province's own, else one drawn by lot from its slug, always the same. Pages and
 * the pictures that chat apps show of them choose by this one rule.
 */
export function plateOf({ slug, region }: { slug: string; region: string }): PlateKind {
  return plateOfProvince[region] ?? plateKinds[lotOf(slug) % plateKinds.length] ?? 'contour';
}

/** What the campaign-wide topics of a domain are drawn as. */
const platesOfDomain: Readonly<Record<string, readonly PlateKind[]>> = {
  科技创新: ['detector', 'plasma'],
  科学教育: ['trails', 'diffraction', 'mineral', 'sun', 'fossil', 'dish'],
  数字素养: ['orbit', 'hex', 'straw', 'bridge', 'clock', 'contour', 'deep'],
  生态文明: ['birds'],
  卫生健康: ['cells'],
  应急科普: ['contour'],
  农业科技: ['rice'],
  核科普: ['plasma'],
  水利科普: ['water'],
  科普创作: ['rocket'],
  食品安全: ['seeds'],
  防灾避险: ['glacier'],
};

/** The drawing of a campaign-wide topic, which is of no region: one of its domain's, else one by lot, always the same. */
export function plateOfTopic({ slug, domain }: { slug: string; domain: string }): PlateKind {
  const plates = platesOfDomain[domain] ?? plateKinds;
  return plates[lotOf(slug) % plates.length] ?? 'contour';
}
