import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { BurstDecided, DecideBurst, User } from '@yunhui/contracts';
import { Audit } from '../../../../platform/audit/index.js';
import { RegionTree, type Viewer } from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { HubError } from '../../../../platform/hub-error.js';
import { BurstWork } from './burst-work.js';
import { type Burst, BurstsRepository, type BurstVerdict } from './bursts.repository.js';
import { HoldDesk } from './hold-desk.js';
import { reachOf } from '../../sanctions/sanctions.rules.js';
import { HoldHints } from '../hold-hints.js';
import { instant } from '../queue-item.rules.js';
import { Scopes } from '../../scopes.js';
import { undoWithinMs } from '../queue.rules.js';
import { VerdictsRepository } from './verdicts.repository.js';

type OnDesk = Burst & { user: User };

/** One verdict over a whole burst. The first of two moderators decides all of it; the other sees what they decided. */
@Injectable()
export class BurstsService {
  constructor(
    private readonly bursts: BurstsRepository,
    private readonly work: BurstWork,
    private readonly desk: HoldDesk,
    private readonly scopes: Scopes,
    private readonly verdicts: VerdictsRepository,
    private readonly hints: HoldHints,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
  ) {}

  /** Everything of it that waits now. What comes later is a new item, for somebody may have seen why. */
  async decide(viewer: Viewer, burst: string, { verdict, masked = false, rule }: DecideBurst): Promise<BurstDecided> {
    const row = await this.take(viewer, burst);
    const { user, topic, held } = row;
    const said = verdict === 'rejected' ? (rule ?? 'flood') : undefined;
    const id = randomUUID();
    const isOurs = await this.database.transaction(async (tx) => {
      const opened = await this.bursts.open(tx, {
        id,
        burst,
        topic,
        verdict,
        masked: verdict === 'passed' && masked,
        rule: said,
        by: user.id,
      });
      const difference = { topic, held, masked };
      if (opened)
        await this.audit.record(tx, {
          who: user.id,
          act: `burst.${verdict}`,
          subject: burst,
          from: 'held',
          to: verdict,
          reason: said,
          difference,
        });
      return opened;
    });
    if (!isOurs) return this.lost(row, burst);
    return this.carriedOut(row, burst, id);
  }

  /** Takes the last verdict back as a whole: all of it is held again, and what was passed is taken off the screens. */
  async undo(viewer: Viewer, burst: string, id: string): Promise<BurstDecided> {
    const row = await this.take(viewer, burst);
    const verdict = await this.database.transaction(async (tx) => {
      const back = await this.bursts.takeBack(tx, { id, burst, by: row.user.id });
      if (!back) return undefined;
      await this.verdicts.mark({ kind: 'undo', scope: row.scope ?? 'cn', by: row.user.id }, tx);
      await this.audit.record(tx, { who: row.user.id, act: 'burst.undone', subject: burst, from: back.verdict, to: 'held' });
      return back;
    });
    if (!verdict) throw await this.desk.collided('hold.undo-over', row.first);
    const { decided } = await this.bursts.countDecided(verdict.id);
    await this.work.carryOut(verdict);
    this.hint(row, burst);
    return { id: burst, verdict: id, decided, before: 0, at: instant(verdict.atMs) };
  }

  private async carriedOut(row: OnDesk, burst: string, id: string): Promise<BurstDecided> {
    const verdict = (await this.bursts.verdict(id)) as BurstVerdict;
    await this.work.carryOut(verdict);
    this.hint(row, burst);
    const counts = await this.bursts.countDecided(id);
    return { id: burst, verdict: id, ...counts, at: instant(verdict.atMs), undoUntil: instant(verdict.atMs + undoWithinMs) };
  }

  /** The winner's verdict is carried out first: the loser is shown what was decided, and not what is about to be. */
  private async lost({ first, scope, user }: OnDesk, burst: string): Promise<never> {
    await this.verdicts.mark({ kind: 'collision', scope: scope ?? 'cn', by: user.id });
    await this.work.finish(burst);
    throw await this.desk.collided('hold.decided', first);
  }

  private async take(viewer: Viewer, burst: string): Promise<OnDesk> {
    const row = await this.bursts.burst(burst);
    if (!row) throw new HubError('burst.unknown');
    const user = this.scopes.mustDecide(viewer, row);
    const authors = await this.bursts.staffIn(burst);
    if (authors.some((author) => reachOf(user, author, this.regions.pathOf))) throw new HubError('access.refused');
    return { ...row, user };
  }

  private hint({ first, scope, level }: Burst, burst: string): void {
    this.hints.give('hold.settled', { id: first, scope, level, burst });
  }
}
