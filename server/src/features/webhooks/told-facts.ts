import { Injectable } from '@nestjs/common';
import { shanghaiInstant } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import type { Fact } from '../../platform/facts/index.js';
import { CampaignsService } from '../campaigns/index.js';
import { ChannelsService } from '../channels/index.js';
import { FiledActivities } from '../registration/index.js';
import { ReleasesService, ScheduleService } from '../schedule/index.js';
import { StreamsService } from '../streams/index.js';

/** What a fact tells outside: where it happened, and what is there now. */
export type Told = { region: string; data: Record<string, unknown> };

/** Reads what facts tell of. It is read again when the fact is heard, so two facts of one thing may say the same. */
@Injectable()
export class ToldFacts {
  constructor(
    private readonly filings: FiledActivities,
    private readonly schedule: ScheduleService,
    private readonly releases: ReleasesService,
    private readonly campaigns: CampaignsService,
    private readonly channels: ChannelsService,
    private readonly streams: StreamsService,
    private readonly clock: Clock,
  ) {}

  async filing({ key }: Fact): Promise<Told | undefined> {
    const filed = await this.filings.one(key);
    if (!filed) return undefined;
    const { id, home, ...rest } = filed;
    return { region: home, data: { filing: id, region: home, ...rest } };
  }

  async session({ key }: Fact): Promise<Told | undefined> {
    const session = await this.schedule.plannedOne(key);
    const region = session && (await this.regionOf(session.channel));
    if (!session || region === undefined) return undefined;
    const { id, version, channel, title, start, end, changeReason } = session;
    const states = await this.schedule.statesOf([id], this.clock.now());
    const data = { session: id, version, region, channel, title, startsAt: shanghaiInstant(start), endsAt: shanghaiInstant(end) };
    const off = { cancelled: session.cancelled ?? false, postponed: session.postponed ?? false };
    return { region, data: { ...data, state: states.get(id), ...off, ...(changeReason !== undefined && { reason: changeReason }) } };
  }

  /** Without its address: that is given to players, as long as it may play. */
  async stream({ key, version }: Fact): Promise<Told | undefined> {
    const link = await this.streams.healthOf(key);
    const region = link && (await this.regionOf(link.channel));
    return link && region !== undefined ? { region, data: { link: key, version, region, ...link } } : undefined;
  }

  async release({ key }: Fact): Promise<Told | undefined> {
    const release = await this.releases.one(key);
    const region = release && (await this.campaigns.regionOf(release.campaign));
    return release && region !== undefined ? { region, data: { ...release, region } } : undefined;
  }

  private async regionOf(channel: string): Promise<string | undefined> {
    const [card] = await this.channels.cards([channel]);
    return card?.region.key;
  }
}
