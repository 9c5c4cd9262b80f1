import { Injectable } from '@nestjs/common';
import type { Shield, ShieldMode } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../../platform/database/index.js';

type ShieldRow = { scope: string; mode: ShieldMode; reason: string; by: string; name: string; at: number; until: number | null };
export type NewShield = { scope: string; mode: ShieldMode; reason: string; by: string; minutes?: number };

/** Shields, one a scope. Their times are the database's: it is what several hubs agree on. */
@Injectable()
export class ShieldsRepository {
  constructor(private readonly database: Database) {}

  /** Those that hold now. */
  async raised(): Promise<Shield[]> {
    const rows = await this.database.rows<ShieldRow>(sql`
      select s.scope, s.mode, s.reason, s.raised_by as by, u.display_name as name,
        floor(extract(epoch from s.raised_at) * 1000)::float8 as at, floor(extract(epoch from s.until) * 1000)::float8 as until
      from shields s left join users u on u.id = s.raised_by where s.mode is not null order by s.raised_at, s.scope`);
    return rows.map(({ by, name, at, until, ...shield }) => ({
      ...shield,
      by: { id: by, name },
      at: new Date(at).toISOString(),
      ...(until !== null && { until: new Date(until).toISOString() }),
    }));
  }

  /** What a scope's shield asks for; undefined when it has none. */
  async modeOf(tx: Transaction, scope: string): Promise<ShieldMode | undefined> {
    const [row] = await this.database.rows<{ mode: ShieldMode | null }>(sql`select mode from shields where scope = ${scope}`, tx);
    return row?.mode ?? undefined;
  }

  async raise(tx: Transaction, version: number, { scope, mode, reason, by, minutes }: NewShield): Promise<void> {
    await this.database.rows(
      sql`insert into shields (scope, version, mode, reason, raised_by, raised_at, until)
        values (${scope}, ${version}::int, ${JSON.stringify(mode)}::jsonb, ${reason}, ${by}::uuid, clock_timestamp(),
          clock_timestamp() + ${minutes ?? null}::int * interval '1 minute')
        on conflict (scope) do update set version = excluded.version, mode = excluded.mode, reason = excluded.reason,
          raised_by = excluded.raised_by, raised_at = excluded.raised_at, until = excluded.until`,
      tx,
    );
  }

  async lift(tx: Transaction, version: number, scope: string): Promise<void> {
    await this.database.rows(sql`update shields set mode = null, version = ${version}::int where scope = ${scope}`, tx);
  }

  /** Lifts those whose time is over, and says which. */
  async liftDue(tx: Transaction, version: number): Promise<string[]> {
    const rows = await this.database.rows<{ scope: string }>(
      sql`update shields set mode = null, version = ${version}::int where mode is not null and until <= clock_timestamp() returning scope`,
      tx,
    );
    return rows.map(({ scope }) => scope);
  }
}
