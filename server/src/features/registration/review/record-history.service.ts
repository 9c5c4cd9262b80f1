import { Injectable } from '@nestjs/common';
import { ActivityState, FieldChange, type RecordAct, type RecordHistory, ReturnReason } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { z } from 'zod';
import { Audit, type AuditedAct } from '../../../platform/audit/index.js';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { readTime, written } from '../../../platform/cursor.js';
import { AccountDesk } from '../../accounts/index.js';
import { ScheduleService } from '../../schedule/index.js';
import { ReviewDesk } from './review-desk.js';

const pageSize = 50;
const AccountId = z.uuid();
const State = ActivityState.optional().catch(undefined);
/** What of a row's difference is shown; other acts keep other things, which nobody reads here. */
const Shown = z.object({
  changes: z.array(FieldChange).min(1).optional().catch(undefined),
  reasons: z.array(ReturnReason).optional().catch(undefined),
});

/** The whole record of a filing: every row that the audit has of it and of its sessions on the programme. */
@Injectable()
export class RecordHistoryService {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly schedule: ScheduleService,
    private readonly audit: Audit,
    private readonly accounts: AccountDesk,
    private readonly clock: Clock,
  ) {}

  /** A page, the newest first, for whoever may read the filing at the desk. */
  async of(viewer: Viewer, id: string, cursor: string | undefined): Promise<RecordHistory> {
    const { row } = await this.desk.readable(viewer, id);
    const before = cursor === undefined ? undefined : readTime(cursor);
    const sessions = new Map((await this.schedule.ofActivity(id, this.clock.now())).map((session) => [session.id, session.title]));
    const acts = await this.audit.of([id, ...sessions.keys()], { before, most: pageSize + 1 });
    const shown = acts.slice(0, pageSize);
    const names = await this.namesOf(shown);
    const last = acts.length > pageSize ? shown.at(-1) : undefined;
    return {
      title: row.form.title,
      items: shown.map((act) => toRecord(act, names.get(act.who), sessions.get(act.subject))),
      ...(last && { next: written({ at: last.at, id: last.id }) }),
    };
  }

  private async namesOf(acts: readonly AuditedAct[]): Promise<ReadonlyMap<string, string>> {
    const people = [...new Set(acts.map(({ who }) => who))].filter((who) => AccountId.safeParse(who).success);
    return new Map((await this.accounts.cardsOf(people)).map(({ id, name }) => [id, name]));
  }
}

function toRecord({ id, at, act, who, from, to, reason, difference, chained }: AuditedAct, name?: string, session?: string): RecordAct {
  const { changes, reasons } = Shown.catch({}).parse(difference ?? {});
  const [left, reached] = [State.parse(from ?? undefined), State.parse(to ?? undefined)];
  return {
    id,
    at: shanghaiInstant(Date.parse(at)),
    act,
    by: { id: who, ...(name !== undefined && { name }) },
    ...(session !== undefined && { session }),
    ...(left && { from: left }),
    ...(reached && { to: reached }),
    ...(reason !== null && { reason }),
    ...(changes && { changes }),
    ...(reasons && { reasons }),
    ...(chained && { chained }),
  };
}
