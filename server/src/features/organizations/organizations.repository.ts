import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { collectives, organizationAliases, organizations } from './organizations.tables.js';

export type Organization = typeof organizations.$inferInsert & { aliases: readonly string[] };
/** A unit as others may know it. */
export type OrganizationCard = { key: string; name: string; type: string; region: string; aliases: readonly string[] };
/** What routes a unit's activities, and what they are counted under. */
export type Unit = { key: string; name: string; type: string; region: string; isApplied: boolean };
/** A unit that somebody applies for, as they write it. */
export type AppliedUnit = Omit<Unit, 'isApplied'>;
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

  async units(keys: readonly string[]): Promise<Unit[]> {
    if (keys.length === 0) return [];
    const { key, name, type, region, basis } = organizations;
    return this.database.drizzle
      .select({ key, name, type, region, isApplied: sql<boolean>`${basis} = 'applied'` })
      .from(organizations)
      .where(inArray(key, [...new Set(keys)]))
      .orderBy(asc(key));
  }

  /** The units that these words name: by the full name, or by another name that means one unit. */
  async named(
    words: readonly string[],
    on: Transaction | Database['drizzle'] = this.database.drizzle,
  ): Promise<{ words: string; key: string; name: string }[]> {
    if (words.length === 0) return [];
    const { key, name } = organizations;
    const wanted = [...new Set(words)];
    const [full, other] = await Promise.all([
      on
        .select({ words: name, key, name })
        .from(organizations)
        .where(and(inArray(name, wanted), isRegistered)),
      on
        .select({ words: organizationAliases.alias, key, name })
        .from(organizationAliases)
        .innerJoin(organizations, eq(key, organizationAliases.organization))
        .where(inArray(organizationAliases.alias, wanted)),
    ]);
    return [...full, ...other];
  }

  /** The whole registry, with aliases. */
  async all(): Promise<OrganizationCard[]> {
    const { key, name, type, region } = organizations;
    const [units, names] = await Promise.all([
      this.database.drizzle.select({ key, name, type, region }).from(organizations).where(isRegistered).orderBy(asc(key)),
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

  /** A unit beside the registry. */
  async addApplied(tx: Transaction, unit: AppliedUnit): Promise<void> {
    await tx
      .insert(organizations)
      .values({ ...unit, nameStatus: 'as-printed', nature: unit.type, basis: 'applied', roles: [], sources: [] });
  }

  /** Changes one, while it stands beside the registry. */
  async changeApplied(tx: Transaction, { key, ...unit }: AppliedUnit): Promise<void> {
    await tx
      .update(organizations)
      .set({ ...unit, nature: unit.type })
      .where(and(eq(organizations.key, key), eq(organizations.basis, 'applied')));
  }

  /** Lets one in. */
  async admit(tx: Transaction, key: string): Promise<void> {
    await tx
      .update(organizations)
      .set({ basis: 'registered', nameStatus: 'printed-full' })
      .where(and(eq(organizations.key, key), eq(organizations.basis, 'applied')));
  }

  /** Until the transaction ends nobody else enters a unit of this name. */
  async lockName(tx: Transaction, name: string): Promise<void> {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`unit ${name}`}, 0))`);
  }

  async keepCollectives(tx: Transaction, rows: readonly Collective[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(collectives)
        .values([...rows])
        .onConflictDoNothing();
  }
}

/** What somebody has applied for alone is found by nobody. */
const isRegistered = ne(organizations.basis, 'applied');
