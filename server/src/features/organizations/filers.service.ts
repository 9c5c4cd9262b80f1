import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { type FilerRow, FilersRepository } from './filers.repository.js';
import type { Unit } from './organizations.repository.js';
import { OrganizationsService } from './organizations.service.js';

/** Whether somebody who files for a unit acts for it, or waits until a reviewer has verified them. */
export type FilerStanding = 'verified' | 'waiting';
type Whose = { user: string; organization: string };

/** 活动填报人: the accounts that write and hand in what a unit registers. A host's role opens the desk, this says for whom. */
@Injectable()
export class FilersService {
  constructor(
    private readonly filers: FilersRepository,
    private readonly organizations: OrganizationsService,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The keys of the units that somebody acts for: of those that have verified them. */
  async keysOf(user: string): Promise<string[]> {
    return [...(await this.standingsOf(user))].flatMap(([key, standing]) => (standing === 'verified' ? key : []));
  }

  /** Every unit that somebody files for, by key, those that have yet to verify them included. */
  async standingsOf(user: string): Promise<ReadonlyMap<string, FilerStanding>> {
    const rows = await this.filers.ofUser(user);
    return new Map(rows.map(({ organization, verifiedAt }) => [organization, verifiedAt ? 'verified' : 'waiting']));
  }

  /** The accounts that act for a unit: those who are verified. */
  async usersOf(tx: Transaction, organization: string): Promise<string[]> {
    return this.filers.usersOf(tx, organization);
  }

  /** The same, with their names. */
  async unitsOf(user: string): Promise<(Unit & { standing: FilerStanding })[]> {
    const standings = await this.standingsOf(user);
    const units = await this.organizations.unitsOf([...standings.keys()]);
    return units.map((unit) => ({ ...unit, standing: standings.get(unit.key) ?? 'waiting' }));
  }

  /** Who files for a unit, those who wait first. */
  async ofUnit(organization: string): Promise<FilerRow[]> {
    return this.filers.ofUnit(organization);
  }

  /** How many file for each unit, by key. */
  async counts(): Promise<ReadonlyMap<string, { filers: number; waiting: number }>> {
    return new Map((await this.filers.counts()).map(({ organization, filers, waiting }) => [organization, { filers, waiting }]));
  }

  /** From now on `user` files for a unit, verified by who says so. Whoever does so already goes on. */
  async add(by: Pick<User, 'id'>, user: string, organization: string): Promise<void> {
    const verified = { verifiedAt: this.clock.date(), verifiedBy: by.id };
    await this.database.transaction(async (tx) => {
      const isNew = await this.filers.add(tx, { userId: user, organization, addedBy: by.id, ...verified });
      if (isNew) await this.note(tx, 'filer.added', by.id, { user, organization });
    });
  }

  /** `user` came by an invitation of `by`, and waits to be verified. Whoever files for the unit already goes on. */
  async addWaiting(tx: Transaction, { by, ...whose }: Whose & { by: string }): Promise<void> {
    const { user, organization } = whose;
    const isNew = await this.filers.add(tx, { userId: user, organization, addedBy: by, addedAt: this.clock.date() });
    if (isNew) await this.note(tx, 'filer.joined', user, { ...whose, by });
  }

  /** Whether somebody waited; now they act for the unit. */
  async verify(by: Pick<User, 'id'>, whose: Whose): Promise<boolean> {
    return this.database.transaction((tx) => this.verifyIn(tx, by, whose));
  }

  /** The same in the transaction of what lets them in. */
  async verifyIn(tx: Transaction, by: Pick<User, 'id'>, whose: Whose): Promise<boolean> {
    const waited = await this.filers.verify(tx, whose, by.id, this.clock.date());
    if (waited) await this.note(tx, 'filer.verified', by.id, whose);
    return waited;
  }

  /** `user` files for it no longer, with `also` in the same transaction; what was filed stays the unit's. Whether they did. */
  async remove(by: Pick<User, 'id'>, { user, organization }: Whose, also: (tx: Transaction) => Promise<void>): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const wasOne = await this.filers.remove(tx, user, organization);
      if (!wasOne) return false;
      await this.note(tx, 'filer.removed', by.id, { user, organization });
      await also(tx);
      return true;
    });
  }

  private async note(tx: Transaction, act: string, who: string, { organization, ...difference }: Whose & { by?: string }): Promise<void> {
    await this.audit.record(tx, { who, act, subject: organization, difference });
  }
}
