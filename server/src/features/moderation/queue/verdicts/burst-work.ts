import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/index.js';
import { Holds, Retractions } from '../../../../platform/realtime/index.js';
import { type BurstVerdict, BurstsRepository } from './bursts.repository.js';

/** No statement may hold the embedded store for long; a retraction names at most 200 numbers. */
const aSlice = 200;

/**
 * Carries verdicts over bursts out, slice by slice. The verdict is a row, so it takes effect whoever dies on the way: anybody
 * may call this for the same one, at the same time too, and each goes on where the others are.
 */
@Injectable()
export class BurstWork {
  constructor(
    private readonly bursts: BurstsRepository,
    private readonly holds: Holds,
    private readonly retractions: Retractions,
    private readonly database: Database,
  ) {}

  /** What an earlier process has left, of one burst or of all. */
  async finish(burst?: string): Promise<void> {
    for (const verdict of await this.bursts.unfinished(burst)) await this.carryOut(verdict);
  }

  async carryOut(verdict: BurstVerdict): Promise<void> {
    while ((await this.holds.settleBurst(verdict.id, aSlice, verdict.rule)).length > 0);
    if (verdict.isTakenBack) await this.takeBack(verdict);
  }

  private async takeBack({ id, verdict, by }: BurstVerdict): Promise<void> {
    while ((verdict === 'rejected' ? await this.reopen(id) : await this.revoke(id, by)) > 0);
    await this.bursts.takenBack(id);
  }

  private async reopen(id: string): Promise<number> {
    const reopened = await this.bursts.reopen(id, aSlice);
    for (const { author, ...message } of reopened) this.holds.tellAuthor(author, { id: message.id, topic: message.topic, status: 'held' });
    return reopened.length;
  }

  private async revoke(id: string, actor: string): Promise<number> {
    const { revoked, taken } = await this.database.transaction(async (tx) => {
      const gone = await this.bursts.revoke(tx, id, aSlice);
      const topic = gone[0]?.topic;
      const seqs = gone.flatMap(({ seq }) => seq ?? []);
      if (topic === undefined || seqs.length === 0) return { revoked: gone.length, taken: undefined };
      return { revoked: gone.length, taken: await this.retractions.retractIn(tx, { topic, seqs, by: 'moderator', actor }) };
    });
    if (taken) this.retractions.tell(taken);
    return revoked;
  }
}
