import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { dayMs, shanghaiDayOf, startOfShanghaiDay } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { type ReadableText, readText } from '../../platform/reading/index.js';
import {
  activityDocument,
  channelDocument,
  organizationDocument,
  type Reading,
  sessionDocument,
  topicDocument,
} from './search-documents.js';
import { SearchFeatures } from './search-features.js';
import { type SearchDocument, SearchIndex } from './search-index.js';

/** So long the building may keep others waiting before it lets them in. */
const sliceMs = 8;
/** Sessions from yesterday, for their replays, to the end of the week. */
const days = { before: 1, after: 8 };

/** Makes the index from what the features own. Readings are kept: making it again costs only what is new. */
@Injectable()
export class SearchBuilding {
  private readings = new Map<string, ReadableText>();

  constructor(
    private readonly features: SearchFeatures,
    private readonly clock: Clock,
  ) {}

  async build(): Promise<SearchIndex> {
    const used = new Map<string, ReadableText>();
    const documents: SearchDocument[] = [];
    let since = performance.now();
    for await (const make of this.makers(this.reading(used))) {
      documents.push(make());
      if (performance.now() - since < sliceMs) continue;
      await nextTurn();
      since = performance.now();
    }
    this.readings = used; // what nothing is called any more is forgotten
    return new SearchIndex(documents);
  }

  private reading(used: Map<string, ReadableText>): Omit<Reading, 'channelOf'> {
    const regions = new Map(this.features.regions.all().map((region) => [region.key, region]));
    const read = (text: string): ReadableText => {
      const readable = used.get(text) ?? this.readings.get(text) ?? readText(text);
      used.set(text, readable);
      return readable;
    };
    return { read, region: (key) => regions.get(key) };
  }

  /** Each thing as the work that makes its document; the things come in pages. */
  private async *makers(known: Omit<Reading, 'channelOf'>): AsyncGenerator<() => SearchDocument> {
    const { channels, schedule, organizations, activities, hashtags } = this.features;
    const cards = new Map((await channels.cards(await channels.slugs())).map((card) => [card.slug, card]));
    const hosts = new Map([...cards.values()].flatMap(({ host, slug }) => (host === undefined ? [] : [[host, slug] as const])));
    const reading = { ...known, channelOf: (host: string) => hosts.get(host) };
    for (const card of cards.values()) yield () => channelDocument(card, reading);

    const today = startOfShanghaiDay(shanghaiDayOf(this.clock.now()));
    const span = { from: today - days.before * dayMs, to: today + days.after * dayMs };
    for (const session of await schedule.planned([...cards.keys()], span)) {
      const card = cards.get(session.channel);
      if (card) yield () => sessionDocument(session, card, reading);
    }
    for (const organization of await organizations.all()) yield () => organizationDocument(organization, reading);
    for await (const activity of activities.each()) yield () => activityDocument(activity, reading);
    for (const hashtag of await hashtags.all()) yield () => topicDocument(hashtag, reading);
  }
}
