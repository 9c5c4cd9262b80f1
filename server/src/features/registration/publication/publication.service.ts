import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { Facts } from '../../../platform/facts/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { ActivitiesService } from '../../activities/index.js';
import { ChannelsService, type NewChannel } from '../../channels/index.js';
import { OrganizationsService } from '../../organizations/index.js';
import { ScheduleService, type SessionPlan } from '../../schedule/index.js';
import { FilingPlaces } from '../filing-places.js';
import { type FilingRow, FilingsRepository } from '../filings.repository.js';
import { CameSecond, type Step, TransitionsService } from '../transitions.service.js';
import { undoWithinMs } from '../review/review.rules.js';
import { activityOf, ownChannelOf, plansOf } from './publication.rules.js';

/** So many at a time: the embedded store has other people waiting. */
const atOnce = 20;
const hub: Step['by'] = { user: { id: 'hub', name: '云汇' }, as: 'hub' };

/** What is published with a filing, in one transaction with its step. */
type Programme = { channel?: NewChannel; plans: SessionPlan[]; activity: ReturnType<typeof activityOf> };

/** Makes an approved filing part of the programme: its activity, its unit's own channel, and its sessions. */
@Injectable()
export class PublicationService {
  private readonly logger = new Logger(PublicationService.name);

  constructor(
    private readonly filings: FilingsRepository,
    private readonly transitions: TransitionsService,
    private readonly places: FilingPlaces,
    private readonly organizations: OrganizationsService,
    private readonly activities: ActivitiesService,
    private readonly channels: ChannelsService,
    private readonly schedule: ScheduleService,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Publishes what was approved so long ago that nobody can take it back. What fails is tried again with the next look. */
  async publishDue(): Promise<void> {
    const due = await this.filings.approvedBefore(new Date(this.clock.now() - undoWithinMs), atOnce);
    for (const filing of due) {
      await this.publish(filing).catch((error: unknown) => {
        if (!(error instanceof CameSecond)) this.logger.error(error);
      });
    }
  }

  private async publish(filing: FilingRow): Promise<void> {
    const programme = await this.programmeOf(filing);
    try {
      await this.transitions.take(filing, { event: 'publish', by: hub }, (tx) => this.put(tx, programme));
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'session.overlaps') throw error;
      await this.transitions.take(filing, {
        event: 'clash',
        by: hub,
        reasons: [{ field: 'sessions', code: 'wrong-time', note: '频道在这个时间已排了别的场次' }],
      });
    }
  }

  private async programmeOf(filing: FilingRow): Promise<Programme> {
    const { unit, kind } = await this.places.of(filing.organization);
    const match = await this.organizations.matchNames([...filing.form.hosts, ...filing.form.undertakers].map(({ name }) => name));
    const activity = activityOf(filing, unit.region, (name) => match(name)?.key);
    if (filing.form.mode === 'offline') return { plans: [], activity };
    const taken = await this.channels.slugs(); // first: whoever opens the unit's channel meanwhile is then found, and is no stranger's
    const [own] = await this.channels.ofHost(unit.key);
    const channel = own === undefined ? ownChannelOf({ ...unit, kind }, filing, taken) : undefined;
    return { ...(channel && { channel }), plans: plansOf(filing, own ?? channel?.slug ?? unit.key, uuid), activity };
  }

  private async put(tx: Transaction, { channel, plans, activity }: Programme): Promise<void> {
    await this.activities.enter(tx, [activity]);
    if (channel) {
      await this.channels.open(tx, [channel]);
      await this.facts.record(tx, { name: 'channel.opened', key: channel.slug, version: 1 });
    }
    for (const plan of plans) await this.schedule.plan(tx, plan);
  }
}
