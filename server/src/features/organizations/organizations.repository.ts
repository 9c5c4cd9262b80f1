import { Injectable } from '@nestjs/common';
import { asc, inArray } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { collectives, organizationAliases, organizations } from './organizations.tables.js';

export type Organization = typeof organizations.$inferInsert & { aliases: readonly string[] };
/** A unit as others may know it. */
export type OrganizationCard = { key: string; name: string; region: string; aliases: readonly string[] };
export type Collective = typeof collectives.$inferInsert;

@Injectable()
export class OrganizationsRepository {
  constructor(private readonly database: Database) {}

  async names(
    keys: readonly string[],
    on: Transaction | Database['drizzle'] = this.database.drizzle,
  ): Promise<{ key: string; name: string }[]> {
    if (keys.length === 0) return [];
    return on
      .select({ key: organizations.key, name: organizations.name })
      .from(organizations)
      .where(inArray(organizations.key, [...new Set(keys)]));
  }

  /** The whole registry, with aliases. */
  async all(): Promise<OrganizationCard[]> {
    const { key, name, region } = organizations;
    const [units, names] = await Promise.all([
      this.database.drizzle.select({ key, name, region }).from(organizations).orderBy(asc(key)),
      this.database.drizzle.select().from(organizationAliases),
    ]);
    const aliases = Map.groupBy(names, ({ organization }) => organization);
    return units.map((unit) => ({ ...unit, aliases: (aliases.get(unit.key) ?? []).map(({ alias }) => alias) }));
  }

  async texts(keys: readonly string[]): Promise<{ key: string; text: string }[]> {
    if (keys.length === 0) return [];
    return this.database.drizzle
      .select({ key: collectives.key, text: collectives.text })
      .from(collectives)
      .where(inArray(collectives.key, [...new Set(keys)]));
  }

  /** Adds units that are missing, with their aliases; a unit stands after the one it belongs to. */
  async keepOrganizations(tx: Transaction, rows: readonly Organization[]): Promise<void> {
    if (rows.length === 0) return;
    await tx
      .insert(organizations)
      .values(rows.map(({ aliases: _, ...organization }) => organization))
      .onConflictDoNothing();
    const names = rows.flatMap(({ key, aliases }) => aliases.map((alias) => ({ alias, organization: key })));
    if (names.length > 0) await tx.insert(organizationAliases).values(names).onConflictDoNothing();
  }

  async keepCollectives(tx: Transaction, rows: readonly Collective[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(collectives)
        .values([...rows])
        .onConflictDoNothing();
  }
}
