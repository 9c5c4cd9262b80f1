import { Injectable } from '@nestjs/common';
import type { ChangeMode, TopicModeList, TopicModeStanding } from '@yunhui/contracts';
import { Audit } from '../../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { type KeptMode, Subscriptions, TopicHeads } from '../../../platform/realtime/index.js';
import { ChannelsService } from '../../channels/index.js';
import { TopicPlaces } from '../topic-places.js';
import { effectiveMode, roomModeOf, saidOf, slowModeOf } from './mode.rules.js';
import { ModePlan } from './mode-plan.js';

/** How one conversation takes messages, for the moderators of its region. */
@Injectable()
export class ModesService {
  constructor(
    private readonly plan: ModePlan,
    private readonly places: TopicPlaces,
    private readonly heads: TopicHeads,
    private readonly subscriptions: Subscriptions,
    private readonly channels: ChannelsService,
    private readonly regions: RegionTree,
    private readonly audit: Audit,
  ) {}

  async standing(viewer: Viewer, name: string): Promise<TopicModeStanding> {
    const { topic } = await this.require(viewer, name);
    return this.standingOf(topic);
  }

  /** The same of several; those that are not there, or not the asker's to moderate, are missing. */
  async standings(viewer: Viewer, names: readonly string[]): Promise<TopicModeList> {
    const asked = names.map((name) =>
      this.standing(viewer, name).catch((error: unknown) => {
        if (error instanceof HubError) return undefined;
        throw error;
      }),
    );
    return { items: (await Promise.all(asked)).filter((standing) => standing !== undefined) };
  }

  /** From the next word on, on every node. What the hub has slowed by itself stays so until it is calm. */
  async change(viewer: Viewer, name: string, { mode, version }: ChangeMode): Promise<TopicModeStanding> {
    const { topic, who } = await this.require(viewer, name);
    const before = await this.heads.modeOf(topic);
    if (!before || (version ?? before.version) !== before.version) throw new HubError('mode.changed', { field: 'version' });
    const kept: KeptMode = { ...mode, automaticSlowMs: mode.automaticSlow === 'off' ? undefined : before.mode.automaticSlowMs };
    const { shields, unattended } = this.plan.asked(await this.places.pathOf(topic));
    const said = saidOf(roomModeOf(effectiveMode(kept, shields, unattended)));
    const changed = await this.heads.changeMode({ topic, mode: kept, said, expected: before.version }, (tx) =>
      this.audit.record(tx, { who, act: 'mode.changed', subject: topic, difference: { before: before.mode, after: kept } }),
    );
    if (changed === undefined) throw new HubError('mode.changed', { field: 'version' });
    return this.standingOf(topic);
  }

  private async standingOf(topic: string): Promise<TopicModeStanding> {
    const row = await this.heads.modeOf(topic);
    if (!row) throw new HubError('topic.unknown', { field: 'topic' });
    const { automaticSlowMs, ...own } = row.mode;
    const { shields, unattended, because } = this.plan.asked(await this.places.pathOf(topic));
    const mode = effectiveMode(row.mode, shields, unattended);
    const automatic = automaticSlowMs && slowModeOf(mode) === automaticSlowMs;
    return {
      topic,
      version: row.version,
      own,
      room: roomModeOf(mode),
      because: [...because, ...(automatic ? [{ kind: 'automatic' as const, slowModeMs: automaticSlowMs }] : [])],
    };
  }

  private async require(viewer: Viewer, name: string): Promise<{ topic: string; who: string }> {
    if (!/^(room|hashtag):/.test(name)) throw new HubError('topic.closed');
    const { name: topic } = await this.subscriptions.readable({ viewer }, name);
    const region = await this.channels.regionOfTopic(topic);
    if (!region) throw new HubError('access.refused');
    const { id } = whoMay(viewer, { action: 'moderate', on: 'Room', region }, this.regions.pathOf);
    return { topic, who: id };
  }
}
