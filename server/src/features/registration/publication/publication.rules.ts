import type { FuzzyTime, LinkKind, WantedLink, WantedSession } from '@yunhui/contracts';
import { firstDayOf, lastDayOf, linkClassOf, programmeSlotOf, timeWords } from '@yunhui/domain';
import type { Activity, ActivityParty } from '../../activities/index.js';
import type { NewChannel } from '../../channels/index.js';
import type { Unit } from '../../organizations/index.js';
import type { SessionPlan } from '../../schedule/index.js';
import type { FilingRow } from '../filings.repository.js';

/** After all that notices name. */
const lastPosition = 1_000_000;
const levels: Record<string, string> = { country: 'country', province_level: 'province', county: 'county', functional_zone: 'county' };

/** A unit's own channel, by the unit's key unless somebody has that name. */
export function ownChannelOf(
  { key, name, region, kind }: Unit & { kind: string },
  { campaign, form }: Pick<FilingRow, 'campaign' | 'form'>,
  taken: readonly string[],
): NewChannel {
  const slugs = [key, ...Array.from({ length: taken.length + 1 }, (_, at) => `${key.slice(0, 58)}-${at + 2}`)];
  return {
    slug: slugs.find((slug) => !taken.includes(slug)) ?? key,
    campaign,
    region,
    host: key,
    position: lastPosition,
    level: levels[kind] ?? 'city',
    title: name,
    titleEn: name,
    domains: form.domains,
    roundTheClock: false,
    sample: false,
  };
}

/** A filing as the public reads it. `parties`: the registry's keys of the names it was filed with. */
export function activityOf({ id, campaign, form }: FilingRow, region: string, parties: (name: string) => string | undefined): Activity {
  const { time, place } = form;
  const named = (units: readonly { name: string }[]): ActivityParty[] =>
    units.flatMap(({ name }) => (parties(name) === undefined ? [] : { org: parties(name) ?? name }));
  return {
    id,
    campaign,
    position: lastPosition,
    title: form.title,
    kind: 'activity',
    block: form.block ?? 'regional',
    mode: form.mode ?? 'unstated',
    time: publicTime(time),
    ...(time && { fromDate: firstDayOf(time), toDate: lastDayOf(time) }),
    place: {
      text: place?.text ?? '',
      tentative: place?.tentative ?? false,
      regions: [place?.region ?? region],
      venues: [],
      online: form.mode !== 'offline',
    },
    forms: form.forms,
    domains: form.domains,
    programmeTags: form.programmeTags,
    hosts: named(form.hosts),
    undertakers: named(form.undertakers),
    details: { summary: form.summary, coOrganizers: form.coOrganizers, filed: true },
  };
}

function publicTime(time: FuzzyTime | undefined): Activity['time'] {
  if (!time) throw new Error('a filing without a time was approved');
  const { precision, tentative } = time;
  return { precision, from: firstDayOf(time), to: lastDayOf(time), text: timeWords({ ...time, tentative: false }, 'zh'), tentative };
}

/** The sessions that the schedule can have: those whose time is exact, and meant. The others wait until it is. */
export function plansOf({ id: activity, form }: FilingRow, channel: string, newId: () => string): SessionPlan[] {
  return form.sessions.flatMap((session) => {
    const { title, time, summary } = session;
    const slot = programmeSlotOf(time);
    if (!slot) return [];
    const [startsAt, endsAt] = [new Date(slot.start), new Date(slot.end)];
    return {
      id: newId(),
      channel,
      activity,
      filedAs: session.id,
      title,
      form: session.form ?? '直播',
      domain: form.domains[0],
      summary,
      cover: form.cover,
      startsAt,
      endsAt,
      sample: false,
      links: linksOf(session, newId),
    };
  });
}

/** In the host's order. What cannot be played or opened is left out: reviewers saw that it was found. */
function linksOf({ links }: WantedSession, newId: () => string): SessionPlan['links'] {
  return links.flatMap((link) => {
    const found = kindOf(link);
    return found ? { id: newId(), ...found, ...(link.label && { label: link.label }) } : [];
  });
}

function kindOf({ address }: WantedLink): { kind: LinkKind; url: string } | undefined {
  const looks = linkClassOf(address);
  switch (looks.class) {
    case 'playable':
      return { kind: looks.form === 'mp4' ? 'mp4' : 'hls-live', url: looks.address };
    case 'embeddable':
      return { kind: 'embed', url: looks.address };
    case 'open-in-app':
      return { kind: 'open', url: looks.address };
    case 'unclear':
      return { kind: 'open', url: looks.address };
    case 'unplayable':
      return undefined;
  }
}
