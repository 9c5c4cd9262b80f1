import { Injectable } from '@nestjs/common';
import { inArray } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { collectives, organizationAliases, organizations } from './organizations.tables.js';

export type Organization = typeof organizations.$inferInsert & { aliases: readonly string[] };
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
