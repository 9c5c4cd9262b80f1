import { Injectable } from '@nestjs/common';
import type { NamedCutOff, Supplement, SupplementContent, SupplementTime } from '@yunhui/contracts';
import { blankSupplement, daysLeft, shanghaiDayOf, shanghaiInstant, supplementFindings, supplementStanding } from '@yunhui/domain';
import { Clock } from '../../../platform/clock.js';
import { CampaignsService } from '../../campaigns/index.js';
import { cutOffWords } from '../campaign-rules.js';
import { FilingHistoryRepository } from '../filing-history.repository.js';
import type { FilingRow } from '../filings.repository.js';
import { SealedLists } from './sealed-lists.js';
import type { SupplementRow } from './supplements.repository.js';

/** Supplements as the wire has them. */
@Injectable()
export class SupplementViews {
  constructor(
    private readonly history: FilingHistoryRepository,
    private readonly campaigns: CampaignsService,
    private readonly lists: SealedLists,
    private readonly clock: Clock,
  ) {}

  /** All of it, for those who write it. */
  async whole(row: FilingRow, kept: SupplementRow): Promise<Supplement> {
    const content = await this.contentOf(kept);
    return { ...(await this.frame(row, kept)), content, findings: supplementFindings(content, row.form.mode) };
  }

  /** For reviewers and operators: what is being written is its host's until it is handed in or locked. The list is asked for by itself. */
  async reviewed(row: FilingRow, kept: SupplementRow, knowsList: boolean): Promise<Supplement> {
    const frame = await this.frame(row, kept);
    if (frame.standing === 'open') return { ...frame, content: blankSupplement, findings: [] };
    const shown = { ...blankSupplement, ...kept.content };
    if (!knowsList) return { ...frame, content: shown, findings: [] };
    const findings = supplementFindings(await this.contentOf(kept), row.form.mode);
    return { ...frame, content: shown, findings, ...(kept.workerList !== null && { hasWorkerList: true }) };
  }

  /** As it is written, with the list. A hub of an older release writes no pictures. */
  async contentOf({ filing, content, workerList }: SupplementRow): Promise<SupplementContent> {
    const written = { ...blankSupplement, ...content };
    return workerList === null ? written : { ...written, workerList: await this.lists.open(filing, workerList) };
  }

  private async frame({ id, state, campaign, form }: FilingRow, kept: SupplementRow): Promise<Omit<Supplement, 'content' | 'findings'>> {
    const now = this.clock.now();
    const { version, endedOn, deadline, boundBy, unfinishedIn, measured } = kept;
    const time: SupplementTime = { endedOn, deadline, boundBy, unfinishedIn };
    const standing = supplementStanding(state, kept.locksAt.getTime(), now);
    const [cutOffs, handedIn] = await Promise.all([this.cutOffsOf(campaign, time), this.handedIn(id)]);
    return {
      filing: id,
      title: form.title,
      version,
      standing,
      time,
      cutOffs,
      daysLeft: standing === 'locked' ? 0 : daysLeft(shanghaiDayOf(now), deadline),
      measured,
      ...(handedIn && { handedIn }),
    };
  }

  /** Whose the cut-offs are that its time names. */
  private async cutOffsOf(campaign: string, { boundBy, unfinishedIn }: SupplementTime): Promise<NamedCutOff[]> {
    const keys = [...(boundBy.rule === 'cut-off' ? [boundBy.key] : []), ...unfinishedIn];
    if (keys.length === 0) return [];
    const named = await Promise.all(
      (await this.campaigns.around(campaign)).map(async (slug) => {
        const [words, { name, nameEn }] = await Promise.all([this.campaigns.noticeOf(slug), this.campaigns.bySlug(slug)]);
        const whose = { campaign: name, campaignEn: nameEn };
        return [...cutOffWords(words)].map(([key, what]) => ({ key, ...whose, ...(what !== undefined && { what }) }));
      }),
    );
    return named.flat().filter(({ key }) => keys.includes(key));
  }

  private async handedIn(filing: string): Promise<Supplement['handedIn']> {
    const steps = await this.history.steps(filing);
    const last = steps.findLast(({ event }) => event === 'summarise' || event === 'reopen' || event === 'unlock');
    return last?.event === 'summarise' ? { by: last.byName, at: shanghaiInstant(last.at.getTime()) } : undefined;
  }
}
