import { Injectable } from '@nestjs/common';
import type { LinkWish, PlanSession, Session } from '@yunhui/contracts';
import { liveStateOf, shanghaiInstant } from '@yunhui/domain';
import { v7 as uuidv7 } from 'uuid';
import { RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { ReleasesService, ScheduleService, type SessionPlan, toSession } from '../schedule/index.js';
import { type ChannelCard, ChannelsService } from './channels.service.js';

/** Operators plan sessions on the channels of their region. */
@Injectable()
export class SessionPlanningService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly schedule: ScheduleService,
    private readonly releases: ReleasesService,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  /** Plans one session with its links, and answers it as it stands. */
  async plan(viewer: Viewer, slug: string, wanted: PlanSession): Promise<Session> {
    const channel = await this.channels.bySlug(slug);
    const user = whoMay(viewer, { action: 'plan', on: 'Schedule', region: channel.region.key }, this.regions.pathOf);
    if (channel.roundTheClock) throw new HubError('session.overlaps', { field: 'startsAt' }); // it plays at every time

    const plan = planOf(channel, wanted);
    await this.database.transaction(async (tx) => {
      const { id, title, startsAt } = plan;
      await this.schedule.plan(tx, plan);
      const line = { kind: 'new', title, session: id, channel: slug, startsAt: shanghaiInstant(startsAt.getTime()) } as const;
      await this.releases.release(tx, channel.campaign, [line]);
      await this.audit.record(tx, { who: user.id, act: 'session.planned', subject: plan.id, difference: { channel: slug, ...wanted } });
    });
    return this.shown(plan);
  }

  private shown(plan: SessionPlan): Session {
    const { id, channel, title, titleEn, form, domain, summary, startsAt, endsAt, sample = false } = plan;
    const facts = {
      start: startsAt.getTime(),
      end: endsAt.getTime(),
      health: 'unknown',
      wentLive: false,
      hasReplay: false,
      blocked: false,
    } as const;
    const optional = { titleEn: titleEn ?? undefined, domain: domain ?? undefined, summary: summary ?? undefined };
    const planned = { id, channel, title, form, sample, repeat: false, version: 1, changedAt: this.clock.now() };
    return toSession({ ...planned, ...optional, ...facts }, liveStateOf({ now: this.clock.now(), session: facts }));
  }
}

function planOf(channel: ChannelCard, { startsAt, endsAt, links, ...session }: PlanSession): SessionPlan {
  return {
    ...session,
    id: uuidv7(),
    channel: channel.slug,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    sample: channel.sample,
    links: links.map(toLink),
  };
}

function toLink({ validFrom, validTo, ...link }: LinkWish): SessionPlan['links'][number] {
  return { ...link, id: uuidv7(), ...(validFrom && { validFrom: new Date(validFrom) }), ...(validTo && { validTo: new Date(validTo) }) };
}
