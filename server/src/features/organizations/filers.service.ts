import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { FilersRepository } from './filers.repository.js';
import type { Unit } from './organizations.repository.js';
import { OrganizationsService } from './organizations.service.js';

/** 活动填报人: the accounts that write and hand in what a unit registers. A host's role opens the desk, this says for whom. */
@Injectable()
export class FilersService {
  constructor(
    private readonly filers: FilersRepository,
    private readonly organizations: OrganizationsService,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The keys of the units that somebody files for. */
  async keysOf(user: string): Promise<string[]> {
    return this.filers.organizationsOf(user);
  }

  /** The units that somebody files for. */
  async unitsOf(user: string): Promise<Unit[]> {
    return this.organizations.unitsOf(await this.keysOf(user));
  }

  /** The accounts that file for a unit. */
  async usersOf(tx: Transaction, organization: string): Promise<string[]> {
    return this.filers.usersOf(tx, organization);
  }

  /** From now on `user` files for a unit. Whoever does so already goes on. */
  async add(by: Pick<User, 'id'>, user: string, organization: string): Promise<void> {
    await this.database.transaction((tx) => this.note(tx, { by: by.id, user, organization, adds: true }));
  }

  /** `user` files for it no longer; what was filed stays the unit's. */
  async remove(by: Pick<User, 'id'>, user: string, organization: string): Promise<void> {
    await this.database.transaction((tx) => this.note(tx, { by: by.id, user, organization, adds: false }));
  }

  private async note(
    tx: Transaction,
    { by, user, organization, adds }: { by: string; user: string; organization: string; adds: boolean },
  ): Promise<void> {
    const isNew = adds
      ? await this.filers.add(tx, { userId: user, organization, addedBy: by })
      : await this.filers.remove(tx, user, organization);
    const act = adds ? 'filer.added' : 'filer.removed';
    if (isNew) await this.audit.record(tx, { who: by, act, subject: organization, difference: { user } });
  }
}
