import type { Session } from '@yunhui/contracts';
import type { KnownActivity } from '../activities/index.js';
import type { HashtagCard } from '../campaigns/index.js';
import type { ChannelCard } from '../channels/index.js';
import type { OrganizationCard } from '../organizations/index.js';
import type { RegionCard } from '../regions/index.js';
import type { ReadableText } from '../../platform/reading/index.js';
import type { SearchDocument, SearchField } from './search-index.js';

/** What of a session can be searched and shown. */
export type SearchableSession = Pick<Session, 'id' | 'title' | 'titleEn' | 'form' | 'domain'> & {
  start: number;
  end: number;
  sample: boolean;
};

/** How texts are read, and regions and hosts are known, while documents are made. */
export type Reading = {
  read: (text: string) => ReadableText;
  region: (key: string) => RegionCard | undefined;
  /** The channel of a host, by the host's full name. */
  channelOf: (host: string) => string | undefined;
};

/** Things as documents: which of their texts are searched, and how much each counts. */
export function channelDocument(card: ChannelCard, reading: Reading): SearchDocument {
  const { slug, title, titleEn, host, region, speciality, domains, sample, campaign } = card;
  return {
    hit: { kind: 'channel', id: slug, title, titleEn, subtitle: host, region: region.key, channel: slug, ...(sample && { sample }) },
    campaign,
    fields: [
      titleField(title, reading),
      ...others(reading, 0.8, titleEn, host),
      ...others(reading, 0.6, speciality?.title),
      ...regionFields(region.key, reading),
      ...others(reading, 0.3, ...domains),
    ],
  };
}

export function sessionDocument(session: SearchableSession, card: ChannelCard, reading: Reading): SearchDocument {
  const { id, title, titleEn, form, domain, start, end, sample } = session;
  const { slug, region, campaign } = card;
  return {
    hit: {
      kind: 'session',
      id,
      title,
      titleEn,
      subtitle: card.title,
      region: region.key,
      channel: slug,
      start,
      end,
      ...(sample && { sample }),
    },
    campaign,
    fields: [
      titleField(title, reading),
      ...others(reading, 0.8, titleEn),
      ...others(reading, 0.4, form, card.title, domain),
      ...regionFields(region.key, reading),
    ],
  };
}

export function organizationDocument({ key, name, region, aliases }: OrganizationCard, reading: Reading): SearchDocument {
  const channel = reading.channelOf(name);
  return {
    hit: { kind: 'organization', id: key, title: name, region, ...(channel !== undefined && { channel }) },
    fields: [titleField(name, reading), ...aliases.map((alias) => ({ ...titleField(alias, reading), weight: 0.95 }))],
  };
}

export function activityDocument({ id, title, campaign, place, forms, domains }: KnownActivity, reading: Reading): SearchDocument {
  const [region] = place.regions;
  return {
    hit: { kind: 'activity', id, title, ...(place.text && { subtitle: place.text }), region },
    campaign,
    fields: [titleField(title, reading), ...others(reading, 0.4, place.text), ...others(reading, 0.3, ...forms, ...domains)],
  };
}

export function topicDocument(
  { slug, title, description, descriptionEn, campaign, sample }: HashtagCard,
  reading: Reading,
): SearchDocument {
  return {
    hit: { kind: 'topic', id: slug, title, subtitle: description, topic: slug, ...(sample && { sample }) },
    campaign,
    fields: [titleField(title, reading), ...others(reading, 0.4, description, descriptionEn)],
  };
}

function titleField(title: string, { read }: Reading): SearchField {
  return { readable: read(title), weight: 1, shown: title };
}

function others({ read }: Reading, weight: number, ...texts: (string | undefined)[]): SearchField[] {
  return texts.flatMap((text) => (text ? [{ readable: read(text), weight }] : []));
}

/** A region's names with the readings that were checked by people (乐亭 is laoting), and those of the region above. */
function regionFields(key: string, reading: Reading): SearchField[] {
  const region = reading.region(key);
  if (!region) return [];
  const above = region.path.slice(1, -1).flatMap((outer) => reading.region(outer)?.name ?? []);
  return [...others(reading, 0.6, region.name, region.nameEn, region.pinyin, region.initials), ...others(reading, 0.4, ...above)];
}
