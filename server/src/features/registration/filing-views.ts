import { Injectable } from '@nestjs/common';
import type { Filing, FilingCard, FilingStep, ProgrammeSession, SupplementTime } from '@yunhui/contracts';
import { liveStateOf, shanghaiInstant, wasPublished } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { OrganizationsService } from '../organizations/index.js';
import { ScheduleService, toSession } from '../schedule/index.js';
import { ChangesRepository, type ChangeRow } from './changes/changes.repository.js';
import { toRequest } from './changes/changes.rules.js';
import { FilingHistoryRepository, type StepRow } from './filing-history.repository.js';
import type { FilingRow } from './filings.repository.js';
import { SupplementsRepository } from './supplement/supplements.repository.js';

/** Filings as the wire has them. */
@Injectable()
export class FilingViews {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly history: FilingHistoryRepository,
    private readonly changes: ChangesRepository,
    private readonly schedule: ScheduleService,
    private readonly supplements: SupplementsRepository,
    private readonly clock: Clock,
  ) {}

  async cards(rows: readonly FilingRow[]): Promise<FilingCard[]> {
    const published = rows.filter(({ state }) => wasPublished(state)).map(({ id }) => id);
    const [names, asked, supplements] = await Promise.all([
      this.organizations.namesOf(rows.map(({ organization }) => organization)),
      this.changes.waitingFor(published),
      this.supplements.of(rows.flatMap(({ id, state }) => (state === 'supplementing' ? id : []))),
    ]);
    return rows.map((row) => {
      const supplement = supplements.get(row.id);
      const card = toCard(row, names.get(row.organization) ?? row.organization, asked.get(row.id));
      return { ...card, ...(supplement && { supplementBy: supplement.deadline }) };
    });
  }

  /** A filing as its host sees it: what came back stands beside the fields until it is submitted again. */
  async whole(row: FilingRow): Promise<Filing> {
    const [cards, steps, reasons, published] = await Promise.all([
      this.cards([row]),
      this.history.steps(row.id),
      row.state === 'returned' ? this.history.reasons(row.id, row.round) : [],
      this.published(row),
    ]);
    const [card] = cards;
    if (!card) throw new Error('a filing without a card');
    return { ...card, form: row.form, reasons, steps: steps.map(toStep), ...published };
  }

  /** Of what was published: its sessions, and the time in which it is supplemented. */
  async published({ id, state }: FilingRow): Promise<Pick<Filing, 'programme' | 'supplement'>> {
    if (!wasPublished(state)) return {};
    const now = this.clock.now();
    const supplement = (await this.supplements.of([id])).get(id);
    const sessions = await this.schedule.ofActivity(id, now);
    const programme = sessions.map((session): ProgrammeSession => {
      const { filedAs } = session;
      return { ...toSession(session, liveStateOf({ now, session })), ...(filedAs !== undefined && { filedAs }) };
    });
    return { programme, ...(supplement && { supplement: toTime(supplement) }) };
  }
}

function toTime({ endedOn, deadline, boundBy, unfinishedIn }: SupplementTime): SupplementTime {
  return { endedOn, deadline, boundBy, unfinishedIn };
}

function toCard(
  { id, version, state, organization, campaign, form, ladder, joint, level, updatedAt, submittedAt }: FilingRow,
  name: string,
  asked: ChangeRow | undefined,
): FilingCard {
  const change = asked && toRequest(asked);
  return {
    id,
    version,
    state,
    title: form.title,
    organization: { key: organization, name },
    campaign,
    ...(form.time && { time: form.time }),
    ladder,
    ...(joint.length > 0 && { joint }),
    level,
    ...(change && { change }),
    updatedAt: shanghaiInstant(updatedAt.getTime()),
    ...(submittedAt && { submittedAt: shanghaiInstant(submittedAt.getTime()) }),
  };
}

export function toStep({ event, from, to, scope, byId, byName, at, reason }: StepRow): FilingStep {
  return {
    event,
    from,
    to,
    ...(scope !== null && { scope }),
    by: { id: byId, name: byName },
    at: shanghaiInstant(at.getTime()),
    ...(reason !== null && { reason }),
  };
}
