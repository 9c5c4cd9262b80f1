import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { type Fact, OnFact } from '../../platform/facts/index.js';
import { ChannelsService } from '../channels/index.js';
import { InboxService } from '../inbox/index.js';
import { FilersService } from '../organizations/index.js';
import { ScheduleService } from '../schedule/index.js';
import { StreamsService } from '../streams/index.js';
import { concernsHost } from './link-news.rules.js';

/** Tells who files for a channel's unit that a link of a session does not play. Heard twice, or failing again before it was read, it is told once. */
@Injectable()
export class LinkNewsProcessor {
  constructor(
    private readonly streams: StreamsService,
    private readonly schedule: ScheduleService,
    private readonly channels: ChannelsService,
    private readonly filers: FilersService,
    private readonly inbox: InboxService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @OnFact('stream.health-changed')
  async streamChanged({ key }: Fact): Promise<void> {
    const link = await this.streams.listed(key);
    if (link?.health !== 'down' || link.session === null) return;
    const now = this.clock.now();
    const [session] = await this.schedule.these([link.session], now);
    if (!session || !concernsHost(session, now)) return;
    const unit = await this.channels.hostOf(link.channel);
    if (unit === undefined) return;
    await this.database.transaction(async (tx) => {
      const users = await this.filers.usersOf(tx, unit);
      await this.inbox.tellOnce(tx, users, { kind: 'stream.failed', title: session.title, path: '/host' });
    });
  }
}
