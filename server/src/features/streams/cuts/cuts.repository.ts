import { Injectable } from '@nestjs/common';
import type { CutTarget } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import type { CutAct, NewAct } from './cut.rules.js';

type ActRow = Omit<CutAct, 'by' | 'targetId'> & { target_id: string; by_id: string; by_name: string };

const columns = sql.raw(
  `id, number::float8 as number, target, target_id, "on", title, reason, region, by_id, by_name, floor(extract(epoch from at) * 1000)::float8 as at`,
);

/** Every act of cutting off, in Postgres: what holds is in `CutBook`. */
@Injectable()
export class CutsRepository {
  constructor(private readonly database: Database) {}

  /** The last act of each target whose number is above this. */
  async lastSince(number: number): Promise<CutAct[]> {
    const rows = await this.database.rows<ActRow>(
      sql`select distinct on (target, target_id) ${columns} from cut_acts where number > ${number} order by target, target_id, number desc`,
    );
    return rows.map(toAct);
  }

  async byId(id: string): Promise<CutAct | undefined> {
    const [row] = await this.database.rows<ActRow>(sql`select ${columns} from cut_acts where id = ${id}::uuid`);
    return row && toAct(row);
  }

  /** False: it was kept before. */
  async keep(tx: Transaction, act: CutAct): Promise<boolean> {
    return (await this.insert(tx, act, sql`${act.number}::bigint`)).length > 0;
  }

  /** Keeps an act that Redis could not number: by the database's clock, and above whatever the target had. */
  async number(tx: Transaction, act: NewAct & { target: CutTarget }): Promise<CutAct | undefined> {
    const next = sql`greatest((extract(epoch from clock_timestamp()) * 1000)::bigint, coalesce((
      select max(number) + 1 from cut_acts where target = ${act.target} and target_id = ${act.targetId}), 0))`;
    const [row] = await this.insert(tx, act, next);
    return row && toAct(row);
  }

  private insert(tx: Transaction, act: NewAct, number: ReturnType<typeof sql>): Promise<ActRow[]> {
    const { id, target, targetId, on, title, reason, region, by, at } = act;
    return this.database.rows<ActRow>(
      sql`insert into cut_acts (id, number, target, target_id, "on", title, reason, region, by_id, by_name, at)
        values (${id}::uuid, ${number}, ${target}, ${targetId}, ${on}, ${title}, ${reason}, ${region}, ${by.id}::uuid, ${by.name},
          ${new Date(at).toISOString()}::timestamptz)
        on conflict (id) do nothing returning ${columns}`,
      tx,
    );
  }
}

function toAct({ target_id: targetId, by_id: id, by_name: name, ...row }: ActRow): CutAct {
  return { ...row, targetId, by: { id, name } };
}
