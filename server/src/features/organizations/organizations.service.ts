import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '../../platform/database/index.js';
import { type Collective, type Organization, OrganizationsRepository } from './organizations.repository.js';

/** The registry of units. */
@Injectable()
export class OrganizationsService {
  constructor(private readonly organizations: OrganizationsRepository) {}

  /** The full names of these units, by key. */
  async namesOf(keys: readonly string[], on?: Transaction | Database['drizzle']): Promise<ReadonlyMap<string, string>> {
    const rows = await this.organizations.names(keys, on);
    return new Map(rows.map(({ key, name }) => [key, name]));
  }

  /** Enters units that are not in the registry yet; whoever is there keeps what was edited. */
  async register(tx: Transaction, units: readonly Organization[]): Promise<void> {
    await this.organizations.keepOrganizations(tx, units);
  }

  async registerCollectives(tx: Transaction, groups: readonly Collective[]): Promise<void> {
    await this.organizations.keepCollectives(tx, groups);
  }
}
