import { Injectable } from '@nestjs/common';
import type { DecideHold, QueueItem } from '@yunhui/contracts';
import { Audit } from '../../../../platform/audit/index.js';
import type { Viewer } from '../../../../platform/auth/index.js';
import { Database, type Transaction } from '../../../../platform/database/index.js';
import { Holds, type Settlement } from '../../../../platform/realtime/index.js';
import { CameSecond, HoldDesk, type OnDesk } from './hold-desk.js';
import { VerdictsRepository } from './verdicts.repository.js';

/** One verdict over one message: by compare-and-set, so that of two moderators one wins and the other sees what they decided. */
@Injectable()
export class VerdictsService {
  constructor(
    private readonly desk: HoldDesk,
    private readonly verdicts: VerdictsRepository,
    private readonly holds: Holds,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Decides what is held as the moderator has seen it: another version by now is somebody else's decision. */
  async decide(viewer: Viewer, id: string, asked: DecideHold): Promise<QueueItem> {
    const row = await this.desk.take(viewer, id);
    const rule = asked.verdict === 'rejected' ? (asked.rule ?? 'other') : undefined;
    const settled = await this.database
      .transaction((tx) => this.settle(tx, row, { ...asked, rule }))
      .catch((error: unknown) => this.lost(error, row));
    this.holds.tell(settled);
    return this.desk.acted(row);
  }

  /** The audit's row and the verdict are one transaction; the announcement in the room's log is its last statement. */
  private async settle(
    tx: Transaction,
    { id, topic, review, user }: OnDesk,
    { version, verdict, masked, rule }: DecideHold,
  ): Promise<Settlement> {
    const mask = verdict === 'passed' && masked === true;
    const difference = { topic, masked: mask, screening: review?.screening };
    const act = { who: user.id, act: `hold.${verdict}`, subject: id, from: 'held', to: verdict, reason: rule, difference };
    await this.audit.record(tx, act);
    const settled = await this.holds.settleIn(tx, { id, version, verdict, rule, by: user.id, mask });
    if (!settled) throw new CameSecond();
    return settled;
  }

  private async lost(error: unknown, { id, scope, user }: OnDesk): Promise<never> {
    if (!(error instanceof CameSecond)) throw error;
    await this.verdicts.mark({ kind: 'collision', scope: scope ?? 'cn', by: user.id });
    throw await this.desk.collided('hold.decided', id);
  }
}
