import { lotOf, plateOf, type PlateKind } from '@yunhui/domain';
import { provinces, type ProvinceElement } from './elements.js';

/** How a channel looks wherever it appears: its element cell and its plate. */
export type Face = { symbol: string; code: string; tone: string; plate: PlateKind };

const byKey = new Map(provinces.map((province) => [province.key, province]));
const toneOfPlate = new Map<PlateKind, string>([
  ['cells', '#7C2F37'],
  ...provinces.map(({ key, tone }): [PlateKind, string] => [plateOf({ slug: key, region: key }), tone]),
]);
const functionalZones: Record<string, string> = { TS: '130000', CD: '510000' };

/** The province-level unit that a region belongs to: a code begins with its province's, 兵团 and zones have keys of their own. */
export function provinceOf(region: string): ProvinceElement | undefined {
  return byKey.get(region) ?? byKey.get(functionalZones[region.slice(0, 2)] ?? `${region.slice(0, 2)}0000`);
}

/** The name in a channel's title: 桂林频道 → 桂林. */
export const nameIn = (title: string): string => title.replace(/频道$/, '').replace(/ channel$/i, '');

/**
 * A province shows its own element. A city or county shows up to three characters of its name and its code, since a
 * single one (桂林, 甘孜) would read as a province.
 */
export function faceOf({ slug, region, title }: { slug: string; region: string; title: string }): Face {
  const plate = plateOf({ slug, region });
  const province = byKey.get(region);
  if (province) return { symbol: province.symbol, code: region === 'XPCC' ? region : region.slice(0, 2), tone: province.tone, plate };

  const code = /^\d{6}$/.test(region) ? region.replace(/(00)+$/, '') : region.slice(0, 2);
  const symbol = [...nameIn(title)].filter((character) => /\p{Script=Han}/u.test(character));
  return { symbol: symbol.slice(0, symbol.length > 3 ? 2 : 3).join(''), code, tone: toneOfPlate.get(plate) ?? '#33474F', plate };
}

/** A tone for a name: always the same, so that a speaker is recognised. */
export const toneFor = (name: string): string => provinces[lotOf(name) % provinces.length]?.tone ?? '#33474F';
