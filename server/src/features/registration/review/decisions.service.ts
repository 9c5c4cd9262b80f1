import { Injectable } from '@nestjs/common';
import type { ApproveFiling, ClaimReview, ObjectToFiling, ReturnFiling, Review, User } from '@yunhui/contracts';
import { shanghaiDayOf } from '@yunhui/domain';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { ChangesRepository } from '../changes/changes.repository.js';
import type { StepRow } from '../filing-history.repository.js';
import type { FilingRow } from '../filings.repository.js';
import { ReviewHints } from '../review-hints.js';
import { CameSecond, TransitionsService } from '../transitions.service.js';
import { ReviewClaimsRepository } from './claims.repository.js';
import { ReviewDesk } from './review-desk.js';
import { ReviewViews } from './review-views.js';
import { approvalAt, claimLastsMs, undoUntil } from './review.rules.js';

/** What reviewers decide: by compare-and-set, so that of two one wins and the other sees what they decided. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly views: ReviewViews,
    private readonly transitions: TransitionsService,
    private readonly claims: ReviewClaimsRepository,
    private readonly changes: ChangesRepository,
    private readonly hints: ReviewHints,
    private readonly clock: Clock,
  ) {}

  /** The badge that says who looks at it; the first look is what puts it in review. A colleague's is refused, unless it is taken over. */
  async claim(viewer: Viewer, id: string, { version, take = false }: ClaimReview): Promise<Review> {
    const { row, user, level } = await this.desk.take(viewer, id, version);
    const now = this.clock.date();
    const until = new Date(now.getTime() + claimLastsMs);
    if (!(await this.claims.claim(id, user, { now, until, take }))) throw await this.desk.collided('review.claimed', id, user);
    if (row.state === 'in-review') {
      this.hints.tell('claim', row);
      return this.desk.shown(row, user);
    }
    return this.decided(row, user, this.transitions.take(row, { event: 'claim', by: { user, as: 'reviewer' }, decidedAt: level }));
  }

  /** Passes it on to the next level, or approves it at the last. After its last day to be published a reason is asked. */
  async approve(viewer: Viewer, id: string, { version, reason }: ApproveFiling): Promise<Review> {
    const { row, user, level } = await this.desk.take(viewer, id, version);
    const isLate = row.publishBy !== null && shanghaiDayOf(this.clock.now()) > row.publishBy;
    if (isLate && !reason) throw new HubError('filing.unexplained', { field: 'reason' });
    const event = approvalAt(level, row.ladder);
    return this.settled(row, user, this.transitions.take(row, { event, by: { user, as: 'reviewer' }, decidedAt: level, reason }));
  }

  /** Sends it back to its host, with a reason for each part that is to be changed. */
  async return(viewer: Viewer, id: string, { version, reasons }: ReturnFiling): Promise<Review> {
    const { row, user, level } = await this.desk.take(viewer, id, version);
    return this.settled(
      row,
      user,
      this.transitions.take(row, { event: 'return', by: { user, as: 'reviewer' }, decidedAt: level, reasons }),
    );
  }

  /** A region of another host's objects to a joint activity: it goes back to its host. */
  async object(viewer: Viewer, id: string, { version, reason }: ObjectToFiling): Promise<Review> {
    const { row, user } = await this.desk.readable(viewer, id);
    if (row.version !== version) throw await this.desk.collided('review.decided', id, user);
    const scope = await this.views.objectingScope(row, user);
    if (scope === undefined) throw new HubError('access.refused');
    const reasons = [{ field: 'hosts', code: 'other', note: reason }] as const;
    const step = { event: 'object', by: { user, as: 'reviewer' }, scope, reason, reasons } as const;
    return this.settled(row, user, this.transitions.take(row, step));
  }

  /** Takes one's own last decision back: within 30 s, while nobody has acted on it since. */
  async undo(viewer: Viewer, id: string, version: number): Promise<Review> {
    const { row, user } = await this.desk.readable(viewer, id);
    if (row.version !== version) throw await this.desk.collided('review.undo-over', id, user);
    const mayUndo = (last: Parameters<typeof undoUntil>[0]): boolean => (undoUntil(last, user.id, version) ?? 0) > this.clock.now();
    const also = (tx: Transaction, last: StepRow) => this.changes.reopen(tx, row, last.event);
    return this.decided(row, user, this.transitions.undo(row, user, mayUndo, also), 'review.undo-over');
  }

  private async settled(row: FilingRow, user: User, taking: Promise<FilingRow>): Promise<Review> {
    const review = await this.decided(row, user, taking);
    await this.claims.forget(row.id);
    return review;
  }

  private async decided(
    row: FilingRow,
    user: User,
    taking: Promise<FilingRow>,
    late: 'review.decided' | 'review.undo-over' = 'review.decided',
  ): Promise<Review> {
    const moved = await taking.catch(async (error: unknown) => {
      throw error instanceof CameSecond ? await this.desk.collided(late, row.id, user) : error;
    });
    return this.desk.shown(moved, user);
  }
}
