import type { HostedLink, HostedSession, ListedLink } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';

/** What is said of a link, as it stands in its fields: times of Shanghai to the minute. Empty is what nobody has said. */
export type LinkDetails = { language: string; from: string; to: string };

type WrongDetail = { field: 'from' | 'to'; why: 'order' | 'beforeSession' | 'afterSession' };

export const spokenLanguages = ['zh', 'yue', 'za', 'bo', 'ug', 'mn', 'kk', 'ko', 'ii', 'en'] as const;
type SpokenLanguage = (typeof spokenLanguages)[number];

/** The language of a tag among those that have a name here: `zh-CN` is one of 普通话. */
export const spokenIn = (tag: string): SpokenLanguage | undefined =>
  spokenLanguages.find((one) => tag === one || tag.startsWith(`${one}-`));

const fieldOf = (at: string | undefined): string => (at === undefined ? '' : shanghaiInstant(Date.parse(at)).slice(0, 16));
const instantOf = (field: string): string | undefined => (field === '' ? undefined : `${field}:00+08:00`);
const msOf = (field: string): number | undefined => (field === '' ? undefined : Date.parse(`${field}:00+08:00`));

export const detailsOf = ({ language = '', validFrom, validTo }: HostedLink): LinkDetails => ({
  language,
  from: fieldOf(validFrom),
  to: fieldOf(validTo),
});

/** The first thing that makes no sense: an end before the beginning, or times in which nobody ever watches it. A recording is for afterwards. */
export function wrongIn(
  details: LinkDetails,
  kind: HostedLink['kind'],
  { startsAt, endsAt }: Pick<HostedSession, 'startsAt' | 'endsAt'>,
): WrongDetail | undefined {
  const [from, to] = [msOf(details.from), msOf(details.to)];
  if (from !== undefined && to !== undefined && to <= from) return { field: 'to', why: 'order' };
  if (to !== undefined && to <= Date.parse(startsAt)) return { field: 'to', why: 'beforeSession' };
  if (kind === 'hls-live' && from !== undefined && from >= Date.parse(endsAt)) return { field: 'from', why: 'afterSession' };
  return undefined;
}

/** What the fields say of a link. A time that was not touched stays to the second. */
export function saidOf(link: HostedLink, details: LinkDetails): Pick<ListedLink, 'language' | 'validFrom' | 'validTo'> {
  const was = detailsOf(link);
  return {
    language: details.language || undefined,
    validFrom: details.from === was.from ? link.validFrom : instantOf(details.from),
    validTo: details.to === was.to ? link.validTo : instantOf(details.to),
  };
}
