import { Injectable } from '@nestjs/common';
import type { Filing, FilingCard, FilingStep } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { OrganizationsService } from '../organizations/index.js';
import { FilingHistoryRepository, type StepRow } from './filing-history.repository.js';
import type { FilingRow } from './filings.repository.js';

/** Filings as the wire has them. */
@Injectable()
export class FilingViews {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly history: FilingHistoryRepository,
  ) {}

  async cards(rows: readonly FilingRow[]): Promise<FilingCard[]> {
    const names = await this.organizations.namesOf(rows.map(({ organization }) => organization));
    return rows.map((row) => toCard(row, names.get(row.organization) ?? row.organization));
  }

  /** A filing as its host sees it: what came back stands beside the fields until it is submitted again. */
  async whole(row: FilingRow): Promise<Filing> {
    const [cards, steps, reasons] = await Promise.all([
      this.cards([row]),
      this.history.steps(row.id),
      row.state === 'returned' ? this.history.reasons(row.id, row.round) : [],
    ]);
    const [card] = cards;
    if (!card) throw new Error('a filing without a card');
    return { ...card, form: row.form, reasons, steps: steps.map(toStep) };
  }
}

function toCard(
  { id, version, state, organization, campaign, form, ladder, joint, level, updatedAt, submittedAt }: FilingRow,
  name: string,
): FilingCard {
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
