import type { DemoActivity, DemoCampaign, DemoChannel, DemoData, DemoOrganization, LaidSession } from '@yunhui/demo';
import type { Activity } from '../activities/index.js';
import type { CampaignRow, Hashtag } from '../campaigns/index.js';
import type { NewChannel } from '../channels/index.js';
import type { Organization } from '../organizations/index.js';
import type { SessionPlan } from '../schedule/index.js';
import type { PlannedLink } from '../streams/index.js';
import type { DemoContent } from './demo.repository.js';

/** The demo's records in the shapes of the features that own them. What is only shown goes to `details`, whole. */
export function toOrganization({ nameAsPrinted: _, ...organization }: DemoOrganization): Organization {
  return organization;
}

export function toCampaign(
  { key: _, slug, parent, region, level, name, nameEn, theme, windows, ...details }: DemoCampaign,
  position: number,
  serviceHours: DemoData['programme']['serviceHours'],
): Omit<CampaignRow, 'path'> {
  const shown = windows.map(({ key, label, from, to, tentative }) => ({ key, label, from, to, tentative }));
  return {
    slug,
    parent,
    region,
    level,
    position,
    name: name.value,
    nameEn,
    theme: theme.value,
    windows: shown,
    serviceFrom: serviceHours.start,
    serviceTo: serviceHours.end,
    details: { name, theme, windows, ...details },
  };
}

export function toActivity(activity: DemoActivity, position: number): Activity {
  const { key, campaign, title, kind, partOf, block, mode, time, place, forms, domains, programmeTags, hosts, undertakers, ...details } =
    activity;
  const dates = { fromDate: time.from, toDate: time.to };
  return {
    id: key,
    campaign,
    position,
    title,
    kind,
    partOf,
    block,
    mode,
    time,
    ...dates,
    place,
    forms,
    domains,
    programmeTags,
    hosts,
    undertakers,
    details,
  };
}

export function toChannel(
  { slug, campaign, region, host, activity, level, matrix, name, nameEn, domains, speciality, sessions }: DemoChannel,
  position: number,
): NewChannel {
  const roundTheClock = sessions.length === 0;
  return {
    slug,
    campaign,
    region,
    host,
    activity,
    position,
    level,
    matrix,
    title: name,
    titleEn: nameEn,
    domains,
    speciality,
    roundTheClock,
    sample: true,
  };
}

export function toHashtag(
  { slug, title, description, descriptionEn, domain, titleSource }: DemoData['programme']['topics'][number],
  campaign: string,
): Hashtag {
  return { campaign, slug, title, description, descriptionEn, domain, titleSource, sample: true };
}

/** What no other feature owns yet. */
export function toContent({ fillers, polls, quiz, chat }: DemoData['programme']): DemoContent[] {
  const keyed = (kind: DemoContent['kind'], records: readonly { key: string }[]) =>
    records.map((content, position) => ({ kind, key: content.key, position, content }));
  const lines = (kind: DemoContent['kind'], said: readonly string[]) =>
    said.map((content, position) => ({ kind, key: String(position), position, content }));
  return [
    ...keyed('filler', fillers),
    ...keyed('poll', polls),
    ...keyed('quiz', quiz),
    ...lines('chat-zh', chat.zh),
    ...lines('chat-en', chat.en),
  ];
}

/** A session of the demo on its day: live on its channel's stream, and a replay of its clip once it is over. */
export function toPlan(
  { id, channel, startsAt, endsAt, title, form, domain, summary, clip, repeat }: LaidSession,
  activity: string | undefined,
): SessionPlan {
  return {
    id,
    channel,
    activity,
    title,
    form,
    domain,
    summary,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    sample: true,
    repeat,
    links: [
      { id: `${id}-live`, kind: 'hls-live', url: `/demo/hls/${channel}/master.m3u8` },
      { id: `${id}-replay`, kind: 'hls-vod', url: `/demo/vod/${clip}/master.m3u8`, validFrom: new Date(endsAt) },
    ],
  };
}

/** The streams of a channel that never stops: its own, and a smaller one to go on with when that is gone. */
export function toEndlessLinks({ slug }: Pick<DemoChannel, 'slug'>): PlannedLink[] {
  return [
    { id: `${slug}-live`, channel: slug, kind: 'hls-live', url: `/demo/hls/${slug}/master.m3u8`, rank: 1 },
    { id: `${slug}-spare`, channel: slug, kind: 'hls-live', url: `/demo/spare/${slug}/master.m3u8`, rank: 2 },
  ];
}

/** Not longer than the embedded store may be held up by one statement. */
export const sliceRows = 200;

export function inSlices<Row>(rows: readonly Row[], size = sliceRows): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
