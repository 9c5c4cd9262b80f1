import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { placeInTree } from '@yunhui/domain';
import { type DemoChannel, type DemoData, loadDemoData, roundTheClockChannels } from '@yunhui/demo';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { DemoFeatures } from './demo-features.js';
import { DemoRepository } from './demo.repository.js';
import { inSlices, toActivity, toCampaign, toChannel, toContent, toEndlessLinks, toHashtag, toOrganization } from './demo.rules.js';

/** Brings the demo campaign in: all of its data, through the features that own it. */
@Injectable()
export class DemoImportService {
  private readonly logger = new Logger(DemoImportService.name);

  constructor(
    private readonly database: Database,
    private readonly demo: DemoRepository,
    private readonly features: DemoFeatures,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing when this very data is in already. An import that was cut short is simply done
   * again: everything adds only what is missing. In slices, each a transaction of its own, so that
   * the embedded store goes on answering.
   */
  async importOnce(): Promise<void> {
    const data = loadDemoData();
    const digest = createHash('sha256')
      .update(JSON.stringify([data, roundTheClockChannels]))
      .digest('hex');
    if (await this.demo.isImported(digest)) return;

    await this.places(data);
    await this.campaigns(data);
    await this.channels([...data.programme.channels, ...roundTheClockChannels]);
    await this.each(toContent(data.programme), (tx, slice) => this.demo.keepContent(tx, slice));
    await this.lists(data);
    await this.demo.noteImport(digest, this.clock.date());
    this.logger.log('the demo campaign is in the database');
  }

  private async places({ organizations, collectives }: DemoData): Promise<void> {
    const { organizations: registry } = this.features;
    await this.each(placeInTree(organizations.map(toOrganization)), (tx, slice) => registry.register(tx, slice));
    await this.each(
      collectives.map((collective) => ({ ...collective, functions: collective.functions ?? [] })),
      (tx, slice) => registry.registerCollectives(tx, slice),
    );
  }

  private async campaigns({ campaigns, activities, programme }: DemoData): Promise<void> {
    const named = placeInTree(activities.map((activity) => ({ ...activity, parent: activity.partOf })));
    const [outermost] = campaigns.filter(({ parent }) => parent === null);
    const opened = campaigns.map((campaign, at) => toCampaign(campaign, at, programme.serviceHours));
    await this.database.transaction((tx) => this.features.campaigns.open(tx, opened));
    await this.each(
      named.map(({ parent: _, path: __, ...activity }, at) => toActivity(activity, at)),
      (tx, slice) => this.features.activities.enter(tx, slice),
    );
    if (!outermost) return;
    const hashtags = programme.topics.map((topic) => toHashtag(topic, outermost.slug));
    await this.database.transaction((tx) => this.features.campaigns.openHashtags(tx, hashtags));
  }

  private async channels(channels: readonly DemoChannel[]): Promise<void> {
    await this.each(channels.map(toChannel), (tx, slice) => this.features.channels.open(tx, slice));
    const endless = channels.filter(({ sessions }) => sessions.length === 0).flatMap(toEndlessLinks);
    await this.database.transaction((tx) => this.features.streams.add(tx, endless));
  }

  private async lists({ terms, phrases }: DemoData): Promise<void> {
    await this.each(terms, (tx, slice) => this.features.lists.plant(tx, { terms: slice, phrases: [] }));
    const allowed = phrases.map(({ phrase }) => phrase);
    await this.each(allowed, (tx, slice) => this.features.lists.plant(tx, { terms: [], phrases: slice }));
    await this.features.lists.readAgain();
  }

  private async each<Row>(rows: readonly Row[], keep: (tx: Transaction, slice: Row[]) => Promise<void>): Promise<void> {
    for (const slice of inSlices(rows)) await this.database.transaction((tx) => keep(tx, slice));
  }
}
