import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import {
  type AppliedUnit,
  type Collective,
  type Organization,
  type OrganizationCard,
  OrganizationsRepository,
  type Unit,
} from './organizations.repository.js';

/** Somebody who hosts or undertakes: a unit of the registry, or a group. */
type Party = { org: string } | { collective: string };

/** The registry of units. */
@Injectable()
export class OrganizationsService {
  constructor(private readonly organizations: OrganizationsRepository) {}

  /** The full names of these units, by key. */
  async namesOf(keys: readonly string[], on?: Transaction | Database['drizzle']): Promise<ReadonlyMap<string, string>> {
    const rows = await this.organizations.names(keys, on);
    return new Map(rows.map(({ key, name }) => [key, name]));
  }

  /** These units, by key; those that are not in the registry are left out. */
  async unitsOf(keys: readonly string[]): Promise<Unit[]> {
    return this.organizations.units(keys);
  }

  /** How names as somebody wrote them stand in the registry: the full name on the seal comes before another unit's other name. */
  async matchNames(names: readonly string[]): Promise<(name: string) => { key: string; fullName: string } | undefined> {
    const found = await this.organizations.named(names);
    const known = new Map(found.toReversed().map(({ words, key, name }) => [words, { key, fullName: name }]));
    return (name) => known.get(name);
  }

  /** Every unit there is. */
  async all(): Promise<OrganizationCard[]> {
    return this.organizations.all();
  }

  /** What these hosts and undertakers are called: a unit by its full name, a group nobody can list as it was printed. */
  async namesOfParties(parties: readonly Party[]): Promise<(party: Party) => string | undefined> {
    const units = await this.namesOf(parties.flatMap((party) => ('org' in party ? party.org : [])));
    const groups = await this.organizations.texts(parties.flatMap((party) => ('collective' in party ? party.collective : [])));
    const texts = new Map(groups.map(({ key, text }) => [key, text]));
    return (party) => ('org' in party ? units.get(party.org) : texts.get(party.collective));
  }

  /** Enters units that are not in the registry yet; whoever is there keeps what was edited. */
  async register(tx: Transaction, units: readonly Organization[]): Promise<void> {
    await this.organizations.keepOrganizations(tx, units);
  }

  /** A unit that somebody applies for: known by its key alone until it is let in. */
  async apply(tx: Transaction, unit: AppliedUnit): Promise<void> {
    await this.refuseTaken(tx, unit.name);
    await this.organizations.addApplied(tx, unit);
  }

  /** The same, written otherwise. */
  async applyOtherwise(tx: Transaction, unit: AppliedUnit): Promise<void> {
    await this.refuseTaken(tx, unit.name);
    await this.organizations.changeApplied(tx, unit);
  }

  /** Lets a unit in that was applied for. Of two of one name the first is in; the other is told that its name is taken. */
  async admit(tx: Transaction, { key, name }: Pick<AppliedUnit, 'key' | 'name'>): Promise<void> {
    await this.organizations.lockName(tx, name);
    await this.refuseTaken(tx, name);
    await this.organizations.admit(tx, key);
  }

  private async refuseTaken(tx: Transaction, name: string): Promise<void> {
    if ((await this.organizations.named([name], tx)).length > 0) throw new HubError('organization.taken', { field: 'name' });
  }

  async registerCollectives(tx: Transaction, groups: readonly Collective[]): Promise<void> {
    await this.organizations.keepCollectives(tx, groups);
  }
}
