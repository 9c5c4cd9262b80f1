import type { ActivityForm, SupplementContent, SupplementField, SupplementFinding } from '@yunhui/contracts';
import { addressParts } from '../address.js';
import { type SupplementFindingCode, supplementFindingWords } from './supplement-words.js';

type Found = { code: SupplementFindingCode; severity: SupplementFinding['severity']; field: SupplementField; at?: number; fill?: Fill };
type Fill = Record<string, string | number>;
type Addresses = 'photos' | 'online' | 'videos' | 'news';

/** The fields that are lists of addresses, in the order of the page. */
export const addressFields: readonly Addresses[] = ['photos', 'online', 'videos', 'news'];

/** A supplement nobody has written into. */
export const blankSupplement: SupplementContent = { pictures: [], photos: [], online: [], videos: [], news: [] };

/**
 * What is found before handing in, what stands in its way first. Pictures are asked of what took place on site, an address of
 * what was online; who has written that nobody took part is asked for no list.
 */
export function supplementFindings(content: SupplementContent, mode: ActivityForm['mode']): SupplementFinding[] {
  const found = [...missing(content, mode), ...addressFields.flatMap((field) => malformed(content, field)), ...miscounted(content)];
  const hard = found.filter(({ severity }) => severity === 'hard');
  return [...hard, ...found.filter(({ severity }) => severity !== 'hard')].map(toFinding);
}

/** How many people a list names. */
export function peopleIn(list: string | undefined): number {
  return list?.split('\n').filter((line) => line.trim() !== '').length ?? 0;
}

/** Whether it is an address of the web that anybody could open. */
export function isEvidence(address: string): boolean {
  const parts = addressParts(address.trim());
  return parts !== undefined && (parts.scheme === 'https' || parts.scheme === 'http') && !parts.hasPassword && parts.host.includes('.');
}

function missing(content: SupplementContent, mode: ActivityForm['mode']): Found[] {
  const isOnline = mode === 'online' || mode === 'hybrid';
  const isOnSite = mode === 'offline' || mode === 'hybrid';
  const isEmpty = (field: Addresses) => content[field].every((address) => address.trim() === '');
  const lacks: [boolean, Found][] = [
    [!content.summary?.trim(), { code: 'summary.missing', severity: 'hard', field: 'summary' }],
    [
      content.pictures.length === 0 && isEmpty('photos'),
      { code: 'photos.missing', severity: isOnSite ? 'hard' : 'soft', field: 'pictures' },
    ],
    [isOnline && isEmpty('online'), { code: 'online.missing', severity: 'hard', field: 'online' }],
    [isOnSite && isEmpty('videos'), { code: 'videos.missing', severity: 'soft', field: 'videos' }],
    [isEmpty('news'), { code: 'news.missing', severity: 'soft', field: 'news' }],
    [content.scienceWorkers === undefined, { code: 'scienceWorkers.missing', severity: 'hard', field: 'scienceWorkers' }],
    [
      (content.scienceWorkers ?? 0) > 0 && peopleIn(content.workerList) === 0,
      { code: 'workerList.missing', severity: 'hard', field: 'workerList' },
    ],
  ];
  return lacks.flatMap(([isLacking, found]) => (isLacking ? found : []));
}

function malformed(content: SupplementContent, field: Addresses): Found[] {
  return content[field].flatMap((address, at) =>
    address.trim() === '' || isEvidence(address) ? [] : { code: 'address.malformed', severity: 'hard', field, at },
  );
}

/** A list that names another number than was written is told, and may be meant. */
function miscounted({ scienceWorkers, workerList }: SupplementContent): Found[] {
  const named = peopleIn(workerList);
  if (scienceWorkers === undefined || named === 0 || named === scienceWorkers) return [];
  return [{ code: 'workerList.count', severity: 'soft', field: 'workerList', fill: { named, counted: scienceWorkers } }];
}

function toFinding({ code, severity, field, at, fill = {} }: Found): SupplementFinding {
  const { says, todo } = supplementFindingWords[code];
  return {
    code,
    severity,
    field,
    ...(at !== undefined && { at }),
    says: { zh: filled(says.zh, fill), en: filled(says.en, fill) },
    todo,
  };
}

function filled(words: string, fill: Fill): string {
  return words.replace(/\{(\w+)\}/gu, (_, name: string) => String(fill[name] ?? ''));
}
