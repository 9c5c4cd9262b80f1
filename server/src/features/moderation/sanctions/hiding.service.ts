import { Injectable } from '@nestjs/common';
import { Holds, Retractions } from '../../../platform/realtime/index.js';
import { holdsIn } from '../standing/standing.rules.js';
import { TopicPlaces } from '../topic-places.js';
import { SanctionsReadRepository } from './sanctions-read.repository.js';
import { SanctionsRepository, type SaidRow } from './sanctions.repository.js';

/** So many numbers does one retraction name. */
const mostTargets = 200;

/**
 * Takes back what a sanctioned person said in the last minutes where the sanction holds, and rejects what of it is held.
 * It may be asked any number of times: what is gone already is not there to be taken.
 */
@Injectable()
export class HidingService {
  constructor(
    private readonly rows: SanctionsRepository,
    private readonly read: SanctionsReadRepository,
    private readonly retractions: Retractions,
    private readonly holds: Holds,
    private readonly places: TopicPlaces,
  ) {}

  /** Answers how many messages were taken. One that was undone meanwhile takes nothing. */
  async hide(sanctionId: string): Promise<number> {
    const sanction = await this.read.byId(sanctionId);
    if (!sanction || sanction.hideMinutes === null || sanction.endedAs === 'undone') return 0;
    const { rule, by } = sanction;
    let hidden = 0;
    for (const [topic, seqs] of await this.within(sanction, await this.rows.saidSince(sanctionId)))
      for (let from = 0; from < seqs.length; from += mostTargets) {
        const some = seqs.slice(from, from + mostTargets);
        hidden += await this.retractions.retract({ topic, seqs: some, by: by ? 'moderator' : 'rule', actor: by?.id ?? null, rule });
      }
    for (const hold of await this.rows.heldSince(sanctionId))
      if (holdsIn(sanction, await this.places.pathOf(hold.topic))) await this.holds.settle(hold.id, hold.version, 'rejected', rule);
    if (hidden > 0) await this.rows.countHidden(sanctionId, hidden);
    return hidden;
  }

  /** By topic, those of topics that lie where the sanction holds. */
  private async within(where: { scope: string; except: readonly string[] }, said: readonly SaidRow[]): Promise<Map<string, number[]>> {
    const byTopic = new Map<string, number[]>();
    for (const { topic, seq } of said) byTopic.set(topic, [...(byTopic.get(topic) ?? []), seq]);
    for (const topic of byTopic.keys()) if (!holdsIn(where, await this.places.pathOf(topic))) byTopic.delete(topic);
    return byTopic;
  }
}
