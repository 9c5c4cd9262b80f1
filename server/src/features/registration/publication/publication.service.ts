import { Injectable, Logger } from '@nestjs/common';
import type { ReleaseLine } from '@yunhui/contracts';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { type FilingRow, FilingsRepository } from '../filings.repository.js';
import { undoWithinMs } from '../review/review.rules.js';
import { CameSecond, type Step, TransitionsService } from '../transitions.service.js';
import { ProgrammeParts } from './programme-parts.service.js';
import { ProgrammeService } from './programme.service.js';
import { newLineOf, undatedLineOf } from './programme.rules.js';
import { plansOf } from './publication.rules.js';

/** So many at a time: the embedded store has other people waiting. */
const atOnce = 20;
const hub: Step['by'] = { user: { id: 'hub', name: '云汇' }, as: 'hub' };

/** Makes an approved filing part of the programme: its activity, its unit's own channel, its sessions, and a release that tells of them. */
@Injectable()
export class PublicationService {
  private readonly logger = new Logger(PublicationService.name);

  constructor(
    private readonly filings: FilingsRepository,
    private readonly transitions: TransitionsService,
    private readonly parts: ProgrammeParts,
    private readonly programme: ProgrammeService,
    private readonly clock: Clock,
  ) {}

  /** Publishes what was approved so long ago that nobody can take it back. What fails is tried again with the next look. */
  async publishDue(): Promise<void> {
    const due = await this.filings.approvedBefore(new Date(this.clock.now() - undoWithinMs), atOnce);
    for (const filing of due) {
      await this.publish(filing).catch((error: unknown) => {
        if (!(error instanceof CameSecond)) this.logger.error(error);
      });
    }
  }

  private async publish(filing: FilingRow): Promise<void> {
    const put = await this.putting(filing);
    try {
      await this.transitions.take(filing, { event: 'publish', by: hub, keep: { movesAt: this.clock.date() } }, put);
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'session.overlaps') throw error;
      await this.transitions.take(filing, {
        event: 'clash',
        by: hub,
        reasons: [{ field: 'sessions', code: 'wrong-time', note: '频道在这个时间已排了别的场次' }],
      });
    }
  }

  /** What is published with a filing, in one transaction with its step. */
  private async putting(filing: FilingRow): Promise<(tx: Transaction) => Promise<void>> {
    const { form, campaign } = filing;
    const activity = await this.parts.activityOf(filing, form);
    const channel = await this.parts.channelOf(filing, form);
    const plans = channel ? plansOf(filing, channel.slug, uuid) : [];
    const lines: ReleaseLine[] = plans.length > 0 ? plans.map(newLineOf) : [undatedLineOf(activity)];
    return (tx) => this.programme.publish(tx, { campaign, activity, ...(channel && { channel }), plans, lines });
  }
}
