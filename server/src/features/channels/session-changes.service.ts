import { Injectable } from '@nestjs/common';
import type { CancelSession, MoveSession, Session, SignalSession } from '@yunhui/contracts';
import { liveStateOf } from '@yunhui/domain';
import { Audit } from '../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { type ChangedSession, ReleasesService, ScheduleChangesService, ScheduleService, toSession } from '../schedule/index.js';
import { ChannelsService } from './channels.service.js';
import { HostedPlaces } from './hosting/hosted-places.js';

/** Says who somebody is to a channel, or refuses them. */
type Judge = (channel: string) => Promise<{ id: string }>;

/** Operators move and cancel the sessions of their region's channels, and the audience is told why; hosts say when theirs begin and end. */
@Injectable()
export class SessionChangesService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly places: HostedPlaces,
    private readonly schedule: ScheduleService,
    private readonly changes: ScheduleChangesService,
    private readonly releases: ReleasesService,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  async move(viewer: Viewer, id: string, { startsAt, endsAt, reason }: MoveSession): Promise<Session> {
    const slot = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), ...(reason && { reason }) };
    return this.change(id, this.planner(viewer), { act: 'session.moved', difference: { startsAt, endsAt, reason } }, (tx) =>
      this.changes.move(tx, id, slot),
    );
  }

  async cancel(viewer: Viewer, id: string, wanted: CancelSession): Promise<Session> {
    const planner = this.planner(viewer);
    if (!wanted.on) return this.change(id, planner, { act: 'session.reinstated' }, (tx) => this.changes.reinstate(tx, id));
    const { reason } = wanted;
    return this.change(id, planner, { act: 'session.cancelled', difference: { reason } }, (tx) => this.changes.cancel(tx, id, reason));
  }

  /** Whoever keeps up a session's links says when it begins and ends; no other host of the region does. */
  async signal(viewer: Viewer, id: string, { signal }: SignalSession): Promise<Session> {
    const hosting: Judge = async (channel) => (await this.places.require(viewer, channel)).by;
    return this.change(id, hosting, { act: 'session.signalled', difference: { signal } }, (tx) => this.changes.signal(tx, id, signal));
  }

  private planner(viewer: Viewer): Judge {
    return async (channel) => {
      const { region } = await this.channels.bySlug(channel);
      return whoMay(viewer, { action: 'plan', on: 'Schedule', region: region.key }, this.regions.pathOf);
    };
  }

  private async change(
    id: string,
    judge: Judge,
    written: { act: string; difference?: Record<string, unknown> },
    make: (tx: Transaction) => Promise<ChangedSession>,
  ): Promise<Session> {
    const channel = await this.schedule.channelOf(id);
    if (!channel) throw new HubError('session.unknown');
    const user = await judge(channel);
    const { campaign } = await this.channels.bySlug(channel);
    const changed = await this.database.transaction(async (tx) => {
      const { session, line } = await make(tx);
      if (line) await this.releases.release(tx, campaign, [line]);
      await this.audit.record(tx, { who: user.id, subject: id, ...written });
      return session;
    });
    return toSession(changed, liveStateOf({ now: this.clock.now(), session: changed }));
  }
}
