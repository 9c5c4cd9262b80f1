import { Injectable } from '@nestjs/common';
import { type SQL, sql } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';
import type { FilingRow } from '../filings.repository.js';
import { filings } from '../registration.tables.js';

/** A place in the queue: what must be published first comes first, and what nobody knows comes last. */
export type QueuePlace = { day: string; id: string };
/** A place in a list by time, newest first. */
type TimePlace = { at: string; id: string };

/** When nobody knows when it begins: behind everything else. */
export const openDay = '9999-12-31';
const waiting = sql`state in ('submitted', 'resubmitted', 'in-review')`;
const day = sql`coalesce(publish_by, date '9999-12-31')`;
const oneOf = (values: readonly string[]): SQL => sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

const isJointIn = (homes: readonly string[]): SQL =>
  sql`(joint <> '[]' and exists (select 1 from jsonb_array_elements_text(joint) other where other in ${oneOf(homes)}))`;

const placeOf = ({ publishBy, id }: FilingRow): string => `${publishBy ?? openDay} ${id}`;
const byPlace = (one: FilingRow, other: FilingRow): number => (placeOf(one) < placeOf(other) ? -1 : 1);

/** What lies on reviewers' desks, in Postgres. */
@Injectable()
export class ReviewQueueRepository {
  constructor(private readonly database: Database) {}

  /** A page of what waits at these scopes, what hosts ask for there, and what has escalated to them from below. */
  async waitingAt(
    scopes: readonly string[],
    { now, after, limit }: { now: Date; after?: QueuePlace; limit: number },
  ): Promise<FilingRow[]> {
    if (scopes.length === 0) return [];
    const beyond = after ? sql`and (${day}, id) > (${after.day}::date, ${after.id}::uuid)` : sql``;
    const page = (which: SQL) =>
      this.database.drizzle
        .select()
        .from(filings)
        .where(sql`${which} ${beyond}`)
        .orderBy(day, filings.id)
        .limit(limit);
    // Each by its own index: together in one condition they would be found by none.
    const [filed, asked] = await Promise.all([
      page(
        sql`${waiting} and (scope in ${oneOf(scopes)} or (next_scope in ${oneOf(scopes)} and escalates_at <= ${now.toISOString()}::timestamptz))`,
      ),
      page(sql`change_level is not null and ladder->>change_level in ${oneOf(scopes)}`),
    ]);
    return asked.length === 0 ? filed : [...filed, ...asked].toSorted(byPlace).slice(0, limit);
  }

  /** A page of all that was ever handed in from these homes, or with a host there, the last touched first. */
  async ofHomes(homes: readonly string[], after: TimePlace | undefined, limit: number): Promise<FilingRow[]> {
    if (homes.length === 0) return [];
    const beyond = after ? sql`and (updated_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
    return this.database.drizzle
      .select()
      .from(filings)
      .where(sql`submitted_at is not null and (home in ${oneOf(homes)} or ${isJointIn(homes)}) ${beyond}`)
      .orderBy(sql`updated_at desc`, sql`id desc`)
      .limit(limit);
  }
}
