import { Injectable } from '@nestjs/common';
import { carriedTopics, loadDemoData, roundTheClockChannels } from '@yunhui/demo';
import { Database } from '../../platform/database/index.js';
import { CarriedTopics } from '../channels/index.js';
import { inSlices } from './demo.rules.js';

/** Says which rooms of the demo carry which campaign-wide topics. */
@Injectable()
export class DemoTopicsService {
  constructor(
    private readonly database: Database,
    private readonly carried: CarriedTopics,
  ) {}

  /** After the import: it needs the channels. Adds what is missing, so that a demo of an older release gets it too. */
  async carry(): Promise<void> {
    const { campaigns, programme } = loadDemoData();
    const outermost = campaigns.find(({ parent }) => parent === null);
    if (!outermost) return;
    const rooms = carriedTopics([...programme.channels, ...roundTheClockChannels], programme.topics);
    const rows = rooms.map(({ channel, topic, position }) => ({ channel, topic: `hashtag:${outermost.slug}:${topic}`, position }));
    for (const slice of inSlices(rows)) await this.database.transaction((tx) => this.carried.carry(tx, slice));
  }
}
