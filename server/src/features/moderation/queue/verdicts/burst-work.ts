import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/index.js';
import { Holds, Retractions } from '../../../../platform/realtime/index.js';
import { type BurstVerdict, BurstsRepository } from './bursts.repository.js';
import type { Reopened } from './verdicts.repository.js';

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

  private async takeBack(verdict: BurstVerdict): Promise<void> {
    while ((verdict.verdict === 'rejected' ? await this.reopen(verdict) : await this.unpass(verdict)) > 0);
    await this.bursts.takenBack(verdict.id);
  }

  private async reopen({ id }: BurstVerdict): Promise<number> {
    return this.tell(await this.bursts.reopen(id, aSlice));
  }

  private async unpass(verdict: BurstVerdict): Promise<number> {
    const { again, taken } = await this.database.transaction(async (tx) => {
      const reopened = await this.bursts.unpass(tx, verdict, aSlice);
      const seqs = reopened.flatMap(({ seq }) => seq ?? []);
      const retraction = { topic: verdict.topic, seqs, by: 'moderator', actor: verdict.by, heldAgain: true } as const;
      return { again: reopened, taken: seqs.length > 0 ? await this.retractions.retractIn(tx, retraction) : undefined };
    });
    if (taken) this.retractions.tell(taken);
    return this.tell(again);
  }

  private tell(reopened: readonly Reopened[]): number {
    for (const { author, id, topic, held } of reopened) this.holds.tellAuthor(author, { id, topic, status: 'held', held });
    return reopened.length;
  }
}
