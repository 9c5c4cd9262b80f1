import { Injectable } from '@nestjs/common';
import type { Term } from '@yunhui/screening';
import { and, asc, eq, gt, ilike, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { screeningHead, screeningPhrases, screeningTerms } from './lists.tables.js';

type Reads = Transaction | Database['drizzle'];
/** A page of a list, from above a key on. `q`: what the text contains. */
export type ListPage = { after?: string; q?: string; category?: string; most: number };

/** Screening's lists in Postgres. */
@Injectable()
export class ListsRepository {
  constructor(private readonly database: Database) {}

  /** Which lists these are: it rises with every change. */
  async version(): Promise<number> {
    const [head] = await this.database.drizzle.select({ version: screeningHead.version }).from(screeningHead);
    return head?.version ?? 0;
  }

  /** Part of every change: the nodes that compare the version then read the lists again. */
  async raiseVersion(tx: Transaction): Promise<void> {
    await tx.update(screeningHead).set({ version: sql`${screeningHead.version} + 1` });
  }

  /** Terms by id. */
  async terms({ after, q, category, most }: ListPage): Promise<Term[]> {
    const wanted = [above(screeningTerms.id, after), containing(screeningTerms.term, q), category && eq(screeningTerms.category, category)];
    return this.database.drizzle
      .select()
      .from(screeningTerms)
      .where(and(...wanted.filter(isSql)))
      .orderBy(asc(screeningTerms.id))
      .limit(most);
  }

  /** Phrases in their own order. */
  async phrases({ after, q, most }: Omit<ListPage, 'category'>): Promise<string[]> {
    const wanted = [above(screeningPhrases.phrase, after), containing(screeningPhrases.phrase, q)];
    const rows = await this.database.drizzle
      .select()
      .from(screeningPhrases)
      .where(and(...wanted.filter(isSql)))
      .orderBy(asc(screeningPhrases.phrase))
      .limit(most);
    return rows.map(({ phrase }) => phrase);
  }

  /** Those of these ids that there are. */
  async termsOf(ids: readonly string[], on: Reads = this.database.drizzle): Promise<Term[]> {
    if (ids.length === 0) return [];
    return on
      .select()
      .from(screeningTerms)
      .where(inArray(screeningTerms.id, [...ids]));
  }

  async phrasesOf(phrases: readonly string[], on: Reads = this.database.drizzle): Promise<string[]> {
    if (phrases.length === 0) return [];
    const rows = await on
      .select()
      .from(screeningPhrases)
      .where(inArray(screeningPhrases.phrase, [...phrases]));
    return rows.map(({ phrase }) => phrase);
  }

  /** Adds terms; one of a known id takes the place of the one there. */
  async keepTerms(tx: Transaction, terms: readonly Term[]): Promise<void> {
    if (terms.length === 0) return;
    const { term, category, level, action } = screeningTerms;
    const excluded = (column: AnyPgColumn): SQL => sql.raw(`excluded.${column.name}`);
    await tx
      .insert(screeningTerms)
      .values([...terms])
      .onConflictDoUpdate({
        target: screeningTerms.id,
        set: { term: excluded(term), category: excluded(category), level: excluded(level), action: excluded(action) },
      });
  }

  async keepPhrases(tx: Transaction, phrases: readonly string[]): Promise<void> {
    if (phrases.length === 0) return;
    await tx
      .insert(screeningPhrases)
      .values(phrases.map((phrase) => ({ phrase })))
      .onConflictDoNothing();
  }

  /** The term that was there; none: it was not. */
  async dropTerm(tx: Transaction, id: string): Promise<Term | undefined> {
    const [gone] = await tx.delete(screeningTerms).where(eq(screeningTerms.id, id)).returning();
    return gone;
  }

  async dropPhrase(tx: Transaction, phrase: string): Promise<boolean> {
    return (await tx.delete(screeningPhrases).where(eq(screeningPhrases.phrase, phrase)).returning()).length > 0;
  }
}

const above = (column: AnyPgColumn, after: string | undefined): SQL | undefined => (after === undefined ? undefined : gt(column, after));

/** What contains the words as they are: `%` and `_` mean themselves. */
function containing(column: AnyPgColumn, q: string | undefined): SQL | undefined {
  return q ? ilike(column, `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`) : undefined;
}

const isSql = (part: SQL | '' | undefined): part is SQL => typeof part === 'object';
