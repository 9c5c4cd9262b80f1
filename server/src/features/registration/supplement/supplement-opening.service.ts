import { Inject, Injectable } from '@nestjs/common';
import type { ActivityForm } from '@yunhui/contracts';
import { blankSupplement, isEvidence, nextReminder, shanghaiDayOf, supplementPlan } from '@yunhui/domain';
import { addressOf, CONFIG, type Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { CampaignsService } from '../../campaigns/index.js';
import type { PlannedSession } from '../../schedule/index.js';
import { supplementRules } from '../campaign-rules.js';
import type { FilingRow } from '../filings.repository.js';
import { endOf } from '../lifecycle/lifecycle.rules.js';
import { MeasurementsService } from './measurements.service.js';
import { SupplementsRepository } from './supplements.repository.js';

const mostAddresses = 10;
const longestAddress = 500;

/** Opens the supplement of what has ended, with what the hub has of it. */
@Injectable()
export class SupplementOpening {
  private readonly origin: string;

  constructor(
    private readonly supplements: SupplementsRepository,
    private readonly campaigns: CampaignsService,
    private readonly measurements: MeasurementsService,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = new URL(config.PUBLIC_URL ?? addressOf(config)).origin;
  }

  /** The deadline is that of the campaign and of those around it, from the day on which it really ended. */
  async of({ id, campaign, form }: FilingRow, sessions: readonly PlannedSession[]): Promise<(tx: Transaction) => Promise<void>> {
    const around = await this.campaigns.around(campaign);
    const notices = await Promise.all(
      around.map(async (slug) => ({ notice: await this.campaigns.noticeOf(slug), ...(await this.campaigns.bySlug(slug)) })),
    );
    const own = notices.find(({ slug }) => slug === campaign);
    const now = this.clock.now();
    const endedOn = shanghaiDayOf(Math.min((endOf(form, sessions) ?? now) - 1, now));
    const { cutOffs, rule } = supplementRules(own?.notice, notices);
    const { locksAt, reminders, ...time } = supplementPlan(endedOn, cutOffs, rule);
    const remindAt = nextReminder(reminders, now);
    const opened = {
      filing: id,
      endedOn,
      ...time,
      locksAt: new Date(locksAt),
      content: { ...blankSupplement, online: this.addressesOf(form, sessions) },
      measured: await this.measurements.of(sessions),
      reminders,
      remindAt: remindAt === undefined ? null : new Date(remindAt),
    };
    return (tx) => this.supplements.open(tx, opened);
  }

  /** Where it was to be seen: the rooms of what was on, then pages on other platforms. Nobody opens a playlist. */
  private addressesOf(form: ActivityForm, sessions: readonly PlannedSession[]): string[] {
    const rooms = sessions.flatMap(({ wentLive, channel }) => (wentLive ? `${this.origin}/channels/${channel}` : []));
    const pages = form.sessions.flatMap(({ links }) => links.map(({ address }) => address.trim()));
    const shown = pages.filter((address) => isEvidence(address) && !address.includes('.m3u8') && address.length <= longestAddress);
    return [...new Set([...rooms, ...shown])].slice(0, mostAddresses);
  }
}
