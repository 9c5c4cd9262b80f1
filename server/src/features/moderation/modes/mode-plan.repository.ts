import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';
import type { Plan } from './mode-plan.rules.js';

type PlanRow = { version: number; is_night: boolean; night_version: number; shields: Plan['shields']; duties: Plan['duties'] };

/** All shields and duties. */
@Injectable()
export class ModePlanRepository {
  constructor(private readonly database: Database) {}

  /** One statement, so one snapshot of the number and of what it stands for. */
  async read(): Promise<Plan> {
    const [row] = await this.database.rows<PlanRow>(sql`
      select version, is_night, night_version,
        coalesce((select jsonb_agg(jsonb_build_object('scope', s.scope, 'version', s.version, 'mode', s.mode, 'reason', s.reason)
          order by s.scope) from shields s), '[]') as shields,
        coalesce((select jsonb_agg(jsonb_build_object('scope', d.scope, 'version', d.version, 'attended', d.attended)
          order by d.scope) from duties d), '[]') as duties
      from mode_head`);
    if (!row) throw new Error('the head of the modes is missing');
    const { version, is_night: isNight, night_version: nightVersion, shields, duties } = row;
    return { version, isNight, nightVersion, shields, duties };
  }
}
