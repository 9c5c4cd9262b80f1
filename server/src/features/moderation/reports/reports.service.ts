import { Injectable } from '@nestjs/common';
import type { OwnReport, OwnReports, Report, ReportTarget } from '@yunhui/contracts';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { asSpeaker, type Speaker } from '../../../platform/edge/speaker.js';
import { HubError } from '../../../platform/hub-error.js';
import { Limits } from '../../../platform/limits/index.js';
import { Subscriptions } from '../../../platform/realtime/index.js';
import { ChannelsService } from '../../channels/index.js';
import { QueueHints } from '../queue-hints.js';
import { TopicPlaces } from '../topic-places.js';
import { type ReportedThing, ReportsRepository } from './reports.repository.js';
import { riskOf } from './reports.rules.js';

/** Viewers say that something is not right. They are told how it ended. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsRepository,
    private readonly subscriptions: Subscriptions,
    private readonly channels: ChannelsService,
    private readonly places: TopicPlaces,
    private readonly hints: QueueHints,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** A person's report of a thing, once: again it is answered by what they said first. */
  async report(viewer: Viewer, { target, reason, note }: Report): Promise<OwnReport> {
    const speaker = asSpeaker(viewer);
    await this.limits.consume('report', speaker);
    const thing = await this.thingOf(speaker, target);
    const at = this.clock.date();
    const { reported, risk } = await this.database.transaction(async (tx) => {
      const kept = await this.reports.add(tx, thing, uuid(), { id: uuid(), user: speaker.user.id, reason, note, at });
      const graver = riskOf(kept.reasons, kept.reporters);
      await this.reports.setRisk(tx, kept.group, graver);
      return { reported: kept, risk: graver };
    });
    if (reported.added && reported.state === 'open') this.hints.tellOf(thing.region, 'report.added', { id: reported.group, risk });
    return { id: reported.id, kind: target.kind, reason, at: at.toISOString(), state: reported.state };
  }

  async own(viewer: Viewer): Promise<OwnReports> {
    return { items: await this.reports.own(asSpeaker(viewer).user.id) };
  }

  private async thingOf(speaker: Speaker, target: ReportTarget): Promise<ReportedThing> {
    if (target.kind === 'stream') return this.streamOf(target);
    const { name: topic } = await this.subscriptions.readable({ viewer: speaker }, target.topic);
    const said = await this.reports.message(topic, target.id);
    if (!said) throw new HubError('message.unknown', { field: 'target.id' });
    if (said.author === speaker.user.id) throw new HubError('access.refused', { field: 'target.id' });
    const { author, name, region } = said;
    return {
      kind: 'message',
      target: target.id.toLowerCase(),
      topic,
      region: await this.places.regionOf(topic),
      seq: said.seq,
      words: said.words,
      ...(author !== null && { author: { id: author, name, ...(region !== null && { region }) } }),
      sentAt: new Date(said.at).toISOString(),
    };
  }

  private async streamOf({ channel: slug, session }: Extract<ReportTarget, { kind: 'stream' }>): Promise<ReportedThing> {
    const channel = await this.channels.bySlug(slug);
    return {
      kind: 'stream',
      target: session === undefined ? slug : `${slug} ${session}`,
      topic: channel.topic,
      channel: slug,
      session,
      region: channel.region.key,
      words: channel.title,
      sentAt: this.clock.date().toISOString(),
    };
  }
}
