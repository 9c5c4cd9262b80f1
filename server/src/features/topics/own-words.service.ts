import { Injectable } from '@nestjs/common';
import type { ClientEventPayload, Mine } from '@yunhui/contracts';
import type { Speaker } from '../../platform/edge/speaker.js';
import { HubError } from '../../platform/hub-error.js';
import { Holds, LogRepository, Retractions, Subscriptions } from '../../platform/realtime/index.js';
import { HoldNotes } from '../moderation/index.js';

/** What speakers know of their own words, and how they take them back. */
@Injectable()
export class OwnWordsService {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly entries: LogRepository,
    private readonly holds: Holds,
    private readonly retractions: Retractions,
    private readonly notes: HoldNotes,
  ) {}

  /** A held message is withdrawn, a published one retracted. A second time changes nothing. */
  async retract(speaker: Speaker, { topic, id }: ClientEventPayload<'message.retract'>): Promise<void> {
    await this.subscriptions.readable({ viewer: speaker }, topic);
    if (await this.holds.withdraw(speaker.user.id, topic, id)) return this.notes.settled(id);
    const known = await this.entries.numberOf(topic, id);
    if (!known || known.author !== speaker.user.id) throw new HubError('message.unknown', { field: 'id' });
    await this.retractions.retract({ topic, seqs: [known.seq], by: 'author', actor: speaker.user.id });
  }

  /** What only the speaker knows of: their held messages, and verdicts no client of theirs has shown. */
  async mine(speaker: Speaker, topic: string): Promise<Mine> {
    await this.subscriptions.readable({ viewer: speaker }, topic);
    return this.holds.mine(speaker.user.id, topic);
  }
}
