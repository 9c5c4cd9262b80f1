import { Injectable } from '@nestjs/common';
import type { ActivityForm } from '@yunhui/contracts';
import { and, asc, desc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { filings } from './registration.tables.js';

export type FilingRow = typeof filings.$inferSelect;
export type NewFiling = Omit<typeof filings.$inferInsert, 'version' | 'level' | 'round' | 'publishBy' | 'escalatesAt' | 'submittedAt'>;
/** What a step makes of a filing, besides its state and level. */
export type FilingChange = Pick<FilingRow, 'state' | 'level'> &
  Partial<
    Pick<
      FilingRow,
      'round' | 'home' | 'ladder' | 'joint' | 'publishBy' | 'escalatesAt' | 'submittedAt' | 'form' | 'changeLevel' | 'movesAt'
    >
  >;
/** A filing as somebody read it. */
type Read = Pick<FilingRow, 'id' | 'version' | 'state'>;
/** Whose filings: all of some units, and of others those alone that one person began. */
export type Whose = { units: readonly string[]; begun: { by: string; units: readonly string[] } };
/** A place in a list by time, newest first. */
type TimePlace = { at: string; id: string };

/** What is filed, in Postgres. Whatever changes a filing names the version it was read with. */
@Injectable()
export class FilingsRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<FilingRow | undefined> {
    const [row] = await this.database.drizzle.select().from(filings).where(eq(filings.id, id));
    return row;
  }

  /** A page of what these units file, and of what somebody began for others, the last touched first. */
  async ofUnits({ units, begun }: Whose, after: TimePlace | undefined, limit: number): Promise<FilingRow[]> {
    if (units.length === 0 && begun.units.length === 0) return [];
    const beyond =
      after && or(lt(filings.updatedAt, new Date(after.at)), and(eq(filings.updatedAt, new Date(after.at)), lt(filings.id, after.id)));
    return this.database.drizzle
      .select()
      .from(filings)
      .where(
        and(
          or(
            inArray(filings.organization, [...units]),
            and(inArray(filings.organization, [...begun.units]), eq(filings.filedBy, begun.by)),
          ),
          beyond,
        ),
      )
      .orderBy(desc(filings.updatedAt), desc(filings.id))
      .limit(limit);
  }

  /** Those that were approved, and have not been touched since, until `at`; the oldest first. */
  async approvedBefore(at: Date, limit: number): Promise<FilingRow[]> {
    return this.database.drizzle
      .select()
      .from(filings)
      .where(and(eq(filings.state, 'approved'), lte(filings.updatedAt, at)))
      .orderBy(asc(filings.updatedAt), asc(filings.id))
      .limit(limit);
  }

  /** Those that may have moved on by themselves until `at`, the longest due first. */
  async movingBefore(at: Date, limit: number): Promise<FilingRow[]> {
    return this.database.drizzle
      .select()
      .from(filings)
      .where(lte(filings.movesAt, at))
      .orderBy(asc(filings.movesAt), asc(filings.id))
      .limit(limit);
  }

  /**
   * When to look at it again, unless somebody has said so since it was read; nothing that anybody reads, so it stays the version
   * that it is.
   */
  async lookAgain({ id, movesAt }: Pick<FilingRow, 'id' | 'movesAt'>, at: Date | null): Promise<void> {
    const asRead = movesAt === null ? isNull(filings.movesAt) : eq(filings.movesAt, movesAt);
    await this.database.drizzle
      .update(filings)
      .set({ movesAt: at })
      .where(and(eq(filings.id, id), asRead));
  }

  /** Looks at it at the next opportunity, if it is one that moves on by itself. */
  async lookNow(id: string, at: Date): Promise<void> {
    await this.database.drizzle
      .update(filings)
      .set({ movesAt: at })
      .where(and(eq(filings.id, id), inArray(filings.state, ['published', 'live'])));
  }

  /** How many filings a unit, or all units of a region or line, have handed in and not lost again, without this one. */
  async countFiled({
    campaign,
    organization,
    home,
    without,
  }: {
    campaign: string;
    organization?: string;
    home?: string;
    without: string;
  }): Promise<number> {
    const whose = organization === undefined ? sql`home = ${home ?? ''}` : sql`organization = ${organization}`;
    const [row] = await this.database.rows<{ count: number }>(sql`
      select count(*)::int as count from filings
      where campaign = ${campaign} and ${whose} and id <> ${without}::uuid and submitted_at is not null
        and state not in ('draft', 'withdrawn', 'cancelled', 'blocked')`);
    return row?.count ?? 0;
  }

  /** What of a unit has these numbers of its sheets, by number. */
  async byExternalIds(organization: string, campaign: string, ids: readonly string[]): Promise<Map<string, FilingRow>> {
    const rows = await this.database.drizzle
      .select()
      .from(filings)
      .where(and(eq(filings.organization, organization), eq(filings.campaign, campaign), inArray(filings.externalId, [...ids])));
    return new Map(rows.map((row) => [row.externalId ?? '', row]));
  }

  /** Keeps imported drafts, but those whose number somebody else has imported meanwhile; answers which were kept. */
  async addImported(tx: Transaction, drafts: readonly NewFiling[]): Promise<FilingRow[]> {
    if (drafts.length === 0) return [];
    return tx
      .insert(filings)
      .values([...drafts])
      .onConflictDoNothing()
      .returning();
  }

  /** A page of what a unit files for a campaign, in the order it was begun. */
  async ofUnitIn(organization: string, campaign: string, after: TimePlace | undefined, limit: number): Promise<FilingRow[]> {
    const beyond = after && sql`(created_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`;
    return this.database.drizzle
      .select()
      .from(filings)
      .where(and(eq(filings.organization, organization), eq(filings.campaign, campaign), beyond))
      .orderBy(asc(filings.createdAt), asc(filings.id))
      .limit(limit);
  }

  async add(tx: Transaction, filing: NewFiling): Promise<FilingRow> {
    const [row] = await tx.insert(filings).values(filing).returning();
    if (!row) throw new Error('a filing was not kept');
    return row;
  }

  /** Keeps a form, while the filing stands as it was read; else nothing. */
  async save(tx: Transaction, read: Read, form: ActivityForm, at: Date): Promise<FilingRow | undefined> {
    return this.change(tx, read, { form }, at);
  }

  /** Moves a filing on, while it stands as it was read; else nothing: somebody was first. */
  async move(tx: Transaction, read: Read, change: FilingChange, at: Date): Promise<FilingRow | undefined> {
    return this.change(tx, read, change, at);
  }

  private async change(
    tx: Transaction,
    { id, version, state }: Read,
    change: Partial<typeof filings.$inferInsert>,
    at: Date,
  ): Promise<FilingRow | undefined> {
    const [row] = await tx
      .update(filings)
      .set({ ...change, updatedAt: at, version: version + 1 })
      .where(and(eq(filings.id, id), eq(filings.version, version), eq(filings.state, state)))
      .returning();
    return row;
  }
}
