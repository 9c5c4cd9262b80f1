import { Injectable } from '@nestjs/common';
import type { RetractedMessages, RetractMessages } from '@yunhui/contracts';
import { Audit } from '../../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { Retractions, Subscriptions } from '../../../platform/realtime/index.js';
import { TopicPlaces } from '../topic-places.js';
import { SanctionsReadRepository } from './sanctions-read.repository.js';
import { SanctionsRepository } from './sanctions.repository.js';
import { reachOf } from './sanctions.rules.js';

/** Moderators take any message of their region back, but not that of a higher role. */
@Injectable()
export class RetractingService {
  constructor(
    private readonly rows: SanctionsRepository,
    private readonly read: SanctionsReadRepository,
    private readonly subscriptions: Subscriptions,
    private readonly retractions: Retractions,
    private readonly places: TopicPlaces,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
  ) {}

  async retract(viewer: Viewer, { topic, ids = [], seqs = [], rule }: RetractMessages): Promise<RetractedMessages> {
    const { name } = await this.subscriptions.readable({ viewer }, topic);
    const region = await this.places.regionOf(name);
    const actor = whoMay(viewer, { action: 'moderate', on: 'Room', region }, this.regions.pathOf);
    const left = await this.rows.seqsOf(name, ids, seqs);
    if (left.length === 0) return { retracted: 0 };
    for (const author of await this.read.authors(name, left))
      if (reachOf(actor, author, this.regions.pathOf) === 'higher-role') throw new HubError('person.out-of-reach');

    const retracted = await this.retractions.retract({ topic: name, seqs: left, by: 'moderator', actor: actor.id, rule }, (tx) =>
      this.audit.record(tx, { who: actor.id, act: 'message.retracted', subject: name, reason: rule, difference: { seqs: left } }),
    );
    return { retracted };
  }
}
