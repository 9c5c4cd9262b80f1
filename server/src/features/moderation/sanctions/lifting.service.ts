import { Injectable } from '@nestjs/common';
import type { ExceptRegion, LiftSanction, Sanction, User } from '@yunhui/contracts';
import { Audit } from '../../../platform/audit/index.js';
import { RegionTree, Revocations, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { OutcomesRepository } from '../standing/outcomes.repository.js';
import { type SanctionRow, toSanction } from './sanction-row.js';
import { SanctionsReadRepository } from './sanctions-read.repository.js';
import { type Ending, SanctionsRepository } from './sanctions.repository.js';
import { undoUntil } from './sanctions.rules.js';

/** Ends what was placed: early, at once, on appeal, or in one region only. Each with its own row in the audit. */
@Injectable()
export class LiftingService {
  constructor(
    private readonly database: Database,
    private readonly rows: SanctionsRepository,
    private readonly read: SanctionsReadRepository,
    private readonly outcomes: OutcomesRepository,
    private readonly revocations: Revocations,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  /** Early, by whoever may act where it holds. */
  async lift(viewer: Viewer, id: string, { version, reason }: LiftSanction): Promise<Sanction> {
    const { actor, row } = await this.required(viewer, id);
    return this.end(row, version, { as: 'lifted', by: actor.id, at: this.clock.date(), reason });
  }

  /** At once, as if it had not been; refused when somebody acted on it since, or its time is over. What was hidden stays hidden. */
  async undo(viewer: Viewer, id: string, version: number): Promise<Sanction> {
    const { actor, row } = await this.required(viewer, id);
    const until = undoUntil({ at: new Date(row.at), version: row.version, endedAs: row.endedAs });
    if (until === undefined || until <= this.clock.now()) throw new HubError('sanction.changed');
    return this.end(row, version, { as: 'undone', by: actor.id, at: this.clock.date(), reason: 'undo' });
  }

  /** Part of the decision on an appeal. */
  async overturn(tx: Transaction, id: string, ending: Omit<Ending, 'as'>): Promise<void> {
    const row = await this.read.byId(id, tx);
    if (row) await this.endIn(tx, row, row.version, { ...ending, as: 'overturned' });
  }

  /** From now on it does not hold in a region, by whoever may act there: the national list has local exceptions. */
  async except(viewer: Viewer, id: string, { region, reason }: ExceptRegion): Promise<Sanction> {
    return this.change(viewer, id, region, reason, 'sanction.excepted', (tx, by) =>
      this.rows.except(tx, { sanctionId: id, region, byId: by, at: this.clock.date(), reason }),
    );
  }

  /** It holds there again. */
  async include(viewer: Viewer, id: string, region: string): Promise<Sanction> {
    return this.change(viewer, id, region, undefined, 'sanction.included', (tx) => this.rows.include(tx, id, region));
  }

  private async change(
    viewer: Viewer,
    id: string,
    region: string,
    reason: string | undefined,
    act: string,
    write: (tx: Transaction, by: string) => Promise<boolean>,
  ): Promise<Sanction> {
    const actor = whoMay(viewer, { action: 'sanction', on: 'Person', region }, this.regions.pathOf);
    const row = await this.known(id);
    if (!this.regions.has(region) || !this.regions.pathOf(region).includes(row.scope))
      throw new HubError('region.unknown', { field: 'region' });
    const number = await this.database.transaction(async (tx) => {
      if (!(await write(tx, actor.id))) return undefined;
      await this.rows.touch(tx, id);
      await this.audit.record(tx, { who: actor.id, act, subject: row.user.id, reason, difference: { sanction: id, region } });
      return this.revocations.record(tx, { standingOf: row.user.id });
    });
    if (number !== undefined) await this.revocations.announce(number);
    return toSanction(await this.known(id), this.clock.now());
  }

  private async end(row: SanctionRow, version: number, ending: Ending): Promise<Sanction> {
    const number = await this.database.transaction(async (tx) => {
      if (!(await this.endIn(tx, row, version, ending))) throw new HubError('sanction.changed');
      return this.revocations.record(tx, { standingOf: row.user.id });
    });
    await this.revocations.announce(number);
    return toSanction(await this.known(row.id), this.clock.now());
  }

  private async endIn(tx: Transaction, row: SanctionRow, version: number, ending: Ending): Promise<boolean> {
    if (!(await this.rows.end(tx, row.id, version, ending))) return false;
    if (row.kind === 'warn') await this.outcomes.withdraw(tx, row.id);
    const { as, by, reason } = ending;
    await this.audit.record(tx, {
      who: by,
      act: `sanction.${as}`,
      subject: row.user.id,
      from: row.kind,
      to: as,
      reason,
      difference: { sanction: row.id },
    });
    return true;
  }

  private async required(viewer: Viewer, id: string): Promise<{ actor: User; row: SanctionRow }> {
    const row = await this.known(id);
    return { row, actor: whoMay(viewer, { action: 'sanction', on: 'Person', region: row.scope }, this.regions.pathOf) };
  }

  private async known(id: string): Promise<SanctionRow> {
    const row = await this.read.byId(id);
    if (!row) throw new HubError('sanction.unknown');
    return row;
  }
}
