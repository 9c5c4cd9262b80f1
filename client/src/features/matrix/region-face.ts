import type { MatrixTile } from '@yunhui/contracts';
import { faceOf, provinceOf, type Face } from '../../ui/element/face.js';

/** How a region looks: as its channel does; without one, by its own name. */
export function faceOfTile({ key, name, channel }: MatrixTile): Face {
  return faceOf({ slug: channel?.slug ?? key.toLowerCase(), region: key, title: shortName({ key, name }) });
}

/** 贵州省 → 贵州, 桂林市 → 桂林: what stands on a tile. */
export function shortName({ key, name }: Pick<MatrixTile, 'key' | 'name'>): string {
  const province = provinceOf(key);
  if (province?.key === key) return province.name;
  return [...name].length > 2 ? name.replace(/(?:市|县|区)$/, '') : name;
}

/**
 * A name in Latin letters with the places where a narrow tile may break it: between the syllables of pinyin, where a reader
 * would. Chinese has no letters to break.
 */
export const breakable = (name: string): string =>
  name.replaceAll(/([aeiouü]+(?:ng(?![aeiouü])|n(?![aeiouü]))?)(?=(?:[csz]h|[b-df-hj-np-tw-z])[aeiouü])/gi, '$1\u00AD');

/** What stands large on a tile: a province's own character; below that up to three of the name, since one would read as a province. */
export function symbolOf(region: Pick<MatrixTile, 'key' | 'name'>): string {
  const province = provinceOf(region.key);
  return province?.key === region.key ? province.symbol : [...shortName(region)].slice(0, 3).join('');
}
