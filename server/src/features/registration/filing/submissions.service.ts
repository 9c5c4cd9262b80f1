import { Injectable } from '@nestjs/common';
import type { Filing, FilingFindings, SubmitFiling, WithdrawFiling } from '@yunhui/contracts';
import { differenceOf, escalatesAt, submitRefusal } from '@yunhui/domain';
import type { Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { FilingFindingsService } from '../filing-findings.service.js';
import { FilingHistoryRepository } from '../filing-history.repository.js';
import { FilingPlaces } from '../filing-places.js';
import { FilingViews } from '../filing-views.js';
import type { FilingRow } from '../filings.repository.js';
import { CameSecond, type Step, TransitionsService } from '../transitions.service.js';
import { OwnFilings } from './own-filings.js';

/** Handing in what a unit registers, and taking it back. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly own: OwnFilings,
    private readonly findings: FilingFindingsService,
    private readonly places: FilingPlaces,
    private readonly history: FilingHistoryRepository,
    private readonly transitions: TransitionsService,
    private readonly views: FilingViews,
  ) {}

  /** What a host is told before a reviewer would have to. */
  async findingsOf(viewer: Viewer, id: string): Promise<FilingFindings> {
    const { row } = await this.own.require(viewer, id);
    return this.findings.of(row, row.form);
  }

  /** Hands it in, to the first level however far it had come before. What is found stands in its way, or needs a reason. */
  async submit(viewer: Viewer, id: string, { version, reason }: SubmitFiling): Promise<Filing> {
    const { row, user } = await this.own.requireAt(viewer, id, version);
    await this.own.requireVerified(viewer, row.organization);
    const findings = await this.findings.of(row, row.form);
    const refusal = submitRefusal(findings.items, reason);
    if (refusal) throw new HubError(refusal === 'hard' ? 'filing.unfit' : 'filing.unexplained', { beside: { findings } });
    const event = row.state === 'returned' ? 'resubmit' : 'submit';
    const submission = await this.waitingFrom(row, findings);
    const difference = await this.changesOf(row);
    return this.stepped(row, { event, by: { user, as: 'host' }, reason, submission, difference });
  }

  /** Takes it back for good. */
  async withdraw(viewer: Viewer, id: string, { version, reason }: WithdrawFiling): Promise<Filing> {
    const { row, user } = await this.own.requireAt(viewer, id, version);
    if (row.state !== 'draft') await this.own.requireVerified(viewer, row.organization);
    return this.stepped(row, { event: 'withdraw', by: { user, as: 'host' }, reason });
  }

  /** Who reviews it is asked anew: the registry may have changed since the draft was begun. */
  private async waitingFrom({ organization, form }: FilingRow, { deadline }: FilingFindings): Promise<Step['submission']> {
    const route = await this.places.routeOf(
      organization,
      form.hosts.map(({ name }) => name),
    );
    const { publishBy } = deadline ?? {};
    if (publishBy === undefined) return { ...route, publishBy: null, escalatesAt: null };
    return { ...route, publishBy, escalatesAt: new Date(escalatesAt(publishBy)) };
  }

  private async changesOf({ id, round, form }: FilingRow): Promise<unknown> {
    const before = round > 0 ? await this.history.snapshot(id, round) : undefined;
    return before && differenceOf(before, form);
  }

  private async stepped(row: FilingRow, step: Step): Promise<Filing> {
    try {
      return await this.views.whole(await this.transitions.take(row, step));
    } catch (error) {
      throw error instanceof CameSecond ? await this.own.changed(row.id) : error;
    }
  }
}
