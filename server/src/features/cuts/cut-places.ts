import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { type ChannelCard, ChannelsService } from '../channels/index.js';
import { RegionsService } from '../regions/index.js';
import { ScheduleService } from '../schedule/index.js';
import { type LinkFacts, StreamsService } from '../streams/index.js';
import type { CutPlace } from './cuts.rules.js';

const readEachMs = 30_000;
const channelsATurn = 64;

/**
 * Every channel with what is near the air on it, in memory: to cut it off, nobody needs to be asked where it is, and
 * nobody may be there to ask. What is not in it is looked up.
 */
@Injectable()
export class CutPlaces implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CutPlaces.name);
  private places: Map<string, CutPlace> = new Map();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly channels: ChannelsService,
    private readonly schedule: ScheduleService,
    private readonly streams: StreamsService,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.readAgain();
    this.timer = setInterval(() => void this.readAgain(), readEachMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  all(): CutPlace[] {
    return [...this.places.values()];
  }

  /** A channel as it was last read: what is cut off does not wait for fresher words. */
  async known(slug: string): Promise<CutPlace | undefined> {
    return this.places.get(slug) ?? (await this.read([slug]))[0];
  }

  /** A channel as it is now; as it was last read, when nobody can be asked. None: there is no such channel. */
  async of(slug: string): Promise<CutPlace | undefined> {
    const known = this.places.get(slug);
    const now = this.read([slug]).then(([place]) => place);
    return known ? Promise.race([now.catch(() => known), patience().then(() => known)]) : now;
  }

  /** Those in a region and below it, and of those opened since the last look what can be read in time. */
  async within(region: string): Promise<CutPlace[]> {
    await Promise.race([this.readNew().catch(() => undefined), patience()]);
    return this.all().filter(({ path }) => path.includes(region));
  }

  /** The channel of a link. */
  async withLink(link: string): Promise<CutPlace | undefined> {
    const known = this.all().find(({ links }) => links.some(({ id }) => id === link));
    if (known) return known;
    const slug = await this.streams.channelOf(link);
    return slug === undefined ? undefined : this.of(slug);
  }

  /** A session's channel, and how it is called. */
  async withSession(session: string): Promise<{ place: CutPlace; title: string; titleEn?: string } | undefined> {
    const known = this.all().find(({ sessions }) => sessions.some(({ id }) => id === session));
    const near = known?.sessions.find(({ id }) => id === session);
    if (known && near) return { ...near, place: known };
    const planned = await this.schedule.plannedOne(session);
    const place = planned && (await this.of(planned.channel));
    return place && { place, title: planned.title, ...(planned.titleEn !== undefined && { titleEn: planned.titleEn }) };
  }

  private async readAgain(): Promise<void> {
    try {
      const places = await this.readAll(await this.channels.slugs());
      this.places = new Map(places.map((place) => [place.slug, place]));
    } catch (error) {
      this.logger.debug(`what can be cut off is as it was: ${String(error)}`);
    }
  }

  private async readNew(): Promise<void> {
    const slugs = (await this.channels.slugs()).filter((slug) => !this.places.has(slug));
    for (const place of await this.readAll(slugs)) this.places.set(place.slug, place);
  }

  private async readAll(slugs: readonly string[]): Promise<CutPlace[]> {
    const places: CutPlace[] = [];
    for (let from = 0; from < slugs.length; from += channelsATurn)
      places.push(...(await this.read(slugs.slice(from, from + channelsATurn))));
    return places;
  }

  private async read(slugs: readonly string[]): Promise<CutPlace[]> {
    const now = this.clock.now();
    const [cards, near] = await Promise.all([this.channels.cards(slugs), this.schedule.nearest(slugs, now)]);
    const sessions = [...near.values()].flat().map(({ id }) => id);
    const facts = await this.streams.factsOf({ sessions, channels: slugs }, now);
    return cards.map((card) => this.placeOf(card, near.get(card.slug) ?? [], facts));
  }

  private placeOf(card: ChannelCard, sessions: CutPlace['sessions'], facts: ReadonlyMap<string, LinkFacts>): CutPlace {
    const owners = [card.slug, ...sessions.map(({ id }) => id)];
    return {
      slug: card.slug,
      title: card.title,
      titleEn: card.titleEn,
      region: card.region.key,
      path: this.regions.pathOf(card.region.key),
      sessions: sessions.map(({ id, title, titleEn }) => ({ id, title, ...(titleEn !== undefined && { titleEn }) })),
      links: owners.flatMap((owner) => {
        const { links = [], cut = [] } = facts.get(owner) ?? {};
        return [...links, ...cut];
      }),
    };
  }
}

/** Whoever cuts off waits no longer than this for fresher words than what is known. */
async function patience(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500).unref());
}
