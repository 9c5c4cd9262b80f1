import { Injectable } from '@nestjs/common';
import type { ActivityForm, ReleaseLine, WantedChange } from '@yunhui/contracts';
import { type OnProgramme, type ProgrammeStep, programmeSteps } from '@yunhui/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { Facts } from '../../../platform/facts/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { ActivitiesService, type Activity } from '../../activities/index.js';
import { ChannelsService } from '../../channels/index.js';
import { type ChangedSession, ReleasesService, ScheduleChangesService, ScheduleService, type SessionPlan } from '../../schedule/index.js';
import type { FilingRow } from '../filings.repository.js';
import { type OwnChannel, ProgrammeParts } from './programme-parts.service.js';
import { newLineOf, offOf, onProgramme, undatedLineOf } from './programme.rules.js';
import { plansOf } from './publication.rules.js';

/** What is put on the programme, and what a release says of it. */
export type Published = {
  campaign: string;
  activity: Activity;
  channel?: OwnChannel;
  plans: readonly SessionPlan[];
  lines: readonly ReleaseLine[];
};
/** What becomes of a filing's part of the programme: `after` is its form from then on. */
export type ProgrammeChange = { change: WantedChange; after: ActivityForm; reason: string };

/** A filing's part of the programme: what is published of it, and what becomes of that later. Whatever the public sees of it is a release. */
@Injectable()
export class ProgrammeService {
  constructor(
    private readonly parts: ProgrammeParts,
    private readonly activities: ActivitiesService,
    private readonly channels: ChannelsService,
    private readonly schedule: ScheduleService,
    private readonly changes: ScheduleChangesService,
    private readonly releases: ReleasesService,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async publish(tx: Transaction, { campaign, activity, channel, plans, lines }: Published): Promise<void> {
    await this.activities.put(tx, activity);
    if (channel?.opened) {
      await this.channels.open(tx, [channel.opened]);
      await this.facts.record(tx, { name: 'channel.opened', key: channel.slug, version: 1 });
    }
    for (const plan of plans) await this.schedule.plan(tx, plan);
    await this.releases.release(tx, campaign, lines);
  }

  /** Makes ready what a change does; the work itself is one transaction with the step that it is. */
  async changing(filing: FilingRow, { change, after, reason }: ProgrammeChange): Promise<(tx: Transaction) => Promise<void>> {
    const { id, campaign, form: before } = filing;
    const now = this.clock.now();
    const sessions = (await this.schedule.ofActivity(id, now)).map((session) => onProgramme(session, now));
    const steps = programmeSteps(change, { before, after }, sessions);
    this.requireSome(change, sessions, steps);
    if (steps.some((step) => step.do === 'move' && step.end <= now)) throw new HubError('session.past', { field: 'change' });
    const known = await this.parts.activityOf(filing, after);
    const activity = { ...known, off: offOf(change, reason) };
    const added = steps.flatMap((step) => (step.do === 'plan' ? step.session : []));
    const channel = added.length > 0 ? await this.parts.channelOf(filing, after) : undefined;
    const plans = channel ? plansOf({ ...filing, form: { ...after, sessions: added } }, channel.slug, uuid) : [];
    return async (tx) => {
      const lines = await this.step(tx, steps, reason);
      const undated = sessions.length === 0 ? [undatedLineOf(activity, change, reason)] : [];
      const published = { campaign, activity, ...(channel && { channel }), plans };
      await this.publish(tx, { ...published, lines: [...lines, ...plans.map(newLineOf), ...undated] });
    };
  }

  /** A session that is named and stays as it is was named too late, or for nothing. One that has no moment yet is only in the form. */
  private requireSome(change: WantedChange, sessions: readonly OnProgramme[], steps: readonly ProgrammeStep[]): void {
    const named = 'session' in change ? sessions.find(({ filedAs }) => filedAs === change.session) : undefined;
    if (named && steps.length === 0) throw new HubError(named.over ? 'session.over' : 'request.malformed', { field: 'change' });
  }

  private async step(tx: Transaction, steps: readonly ProgrammeStep[], reason: string): Promise<ReleaseLine[]> {
    const lines: ReleaseLine[] = [];
    const leaving = new Set(steps.flatMap((step) => (step.do === 'move' ? step.id : [])));
    for (const step of steps) {
      const changed = await this.take(tx, step, { reason, leaving });
      if (step.do === 'move') leaving.delete(step.id);
      if (changed?.line) lines.push(changed.line);
    }
    return lines;
  }

  /** `leaving`: the sessions that are yet to be moved, in whose slots others may be. */
  private async take(
    tx: Transaction,
    step: ProgrammeStep,
    { reason, leaving }: { reason: string; leaving: ReadonlySet<string> },
  ): Promise<ChangedSession | undefined> {
    switch (step.do) {
      case 'cancel':
        return this.changes.cancel(tx, step.id, reason);
      case 'postpone':
        return this.changes.cancel(tx, step.id, reason, { postponed: true });
      case 'move':
        return this.changes.move(tx, step.id, { startsAt: new Date(step.start), endsAt: new Date(step.end), reason, leaving });
      case 'describe': {
        const { title, form = '直播', summary = null } = step.session;
        return this.changes.describe(tx, step.id, { title, form, summary });
      }
      case 'plan':
        return undefined; // with the unit's channel, by `publish`
    }
  }
}
