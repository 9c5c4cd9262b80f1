import { Injectable } from '@nestjs/common';
import type { ClientEventPayload, WatchBeat } from '@yunhui/contracts';
import { isUnknownDevice, type Viewer } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import { Reactions, Subscriptions, Viewers } from '../../platform/realtime/index.js';
import { QuietTopics } from '../channels/index.js';
import { StandingService } from '../moderation/index.js';
import { isConversation, isReaction } from './topics.rules.js';

/** Watching and reacting: counters, at most once. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly viewers: Viewers,
    private readonly reactions: Reactions,
    private readonly quiet: QuietTopics,
    private readonly standing: StandingService,
  ) {}

  /** A device's player made progress. Whoever is known only by an address, which thousands may share, is not counted. */
  async beat(viewer: Viewer, { channel, playing }: WatchBeat): Promise<void> {
    const topic = await this.subscriptions.readable({ viewer }, `room:${channel}`);
    if (!isUnknownDevice(viewer)) this.viewers.beat(topic.name, viewer.device, playing);
  }

  async react(viewer: Viewer, { topic, name, count }: ClientEventPayload<'reaction.add'>): Promise<void> {
    if (!isConversation(topic)) throw new HubError('topic.closed');
    if (!isReaction(name)) throw new HubError('event.malformed', { field: 'name' });
    const { name: known } = await this.subscriptions.readable({ viewer }, topic);
    await this.standing.requireWelcome(viewer, known);
    if (await this.quiet.isQuiet(known)) throw new HubError('topic.quiet');
    this.reactions.add(known, name, count);
  }
}
