import { Injectable } from '@nestjs/common';
import type { ApprovedFilings, ApproveFilings, Review } from '@yunhui/contracts';
import type { Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { DecisionsService } from './decisions.service.js';
import { ReviewDesk } from './review-desk.js';

type Outcome = ApprovedFilings['items'][number];

/** Approving several at once, and of them only those that nobody has to look at. */
@Injectable()
export class BulkService {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly decisions: DecisionsService,
  ) {}

  /** One after the other, each with its own row in the audit and its own undo: what one is refused stops no other. */
  async approve(viewer: Viewer, { items }: ApproveFilings): Promise<ApprovedFilings> {
    const outcomes: Outcome[] = [];
    for (const item of items) outcomes.push(await this.approveOne(viewer, item));
    return { items: outcomes };
  }

  private async approveOne(viewer: Viewer, { id, version }: ApproveFilings['items'][number]): Promise<Outcome> {
    try {
      const { row, user } = await this.desk.take(viewer, id, version);
      if (isFlagged(await this.desk.shown(row, user), user.id)) return { id, outcome: 'flagged' };
      const approved = await this.decisions.approve(viewer, id, { version });
      return { id, outcome: 'approved', version: approved.version };
    } catch (error) {
      if (error instanceof HubError) return { id, outcome: 'refused' };
      throw error;
    }
  }
}

/** Whether somebody has to look at it: for what the rules find, or because a colleague does. */
function isFlagged({ findings, claim, daysLeft }: Review, me: string): boolean {
  const isColleagues = claim !== undefined && claim.by.id !== me;
  return isColleagues || daysLeft === 0 || findings.items.some(({ severity }) => severity !== 'note');
}
