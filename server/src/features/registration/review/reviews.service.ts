import { Injectable } from '@nestjs/common';
import type { Review, ReviewPage } from '@yunhui/contracts';
import { z } from 'zod';
import { may, RegionTree, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { readCursor, readTime, written, writtenTime } from '../../../platform/cursor.js';
import { HubError } from '../../../platform/hub-error.js';
import { FilingPlaces } from '../filing-places.js';
import type { FilingRow } from '../filings.repository.js';
import { ReviewDesk } from './review-desk.js';
import { openDay, ReviewQueueRepository } from './review-queue.repository.js';
import { ReviewViews } from './review-views.js';
import { reviewedScopes } from './review.rules.js';

const pageSize = 50;
const QueuePlace = z.object({ day: z.iso.date(), id: z.uuid() });

/** What lies on somebody's desk, and what is filed in their subtree. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly queue: ReviewQueueRepository,
    private readonly desk: ReviewDesk,
    private readonly views: ReviewViews,
    private readonly places: FilingPlaces,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  /** What waits for somebody: at the scopes they review, and what has escalated to them. What must be out first comes first. */
  async waiting(viewer: Viewer, cursor: string | undefined): Promise<ReviewPage> {
    const after = cursor === undefined ? undefined : readCursor(QueuePlace, cursor);
    const scopes = reviewedScopes(viewer.user?.grants ?? []);
    const rows = await this.queue.waitingAt(scopes, { now: this.clock.date(), after, limit: pageSize + 1 });
    return this.page(viewer, rows, ({ publishBy, id }) => written({ day: publishBy ?? openDay, id }));
  }

  /** All that was handed in in a scope and below it, decided or not, for whoever may read that scope. */
  async ofSubtree(viewer: Viewer, scope: string, cursor: string | undefined): Promise<ReviewPage> {
    const region = scope.toUpperCase();
    if (!may(viewer, { action: 'read', on: 'Desk', region }, this.regions.pathOf)) throw new HubError('access.refused', { field: 'scope' });
    const after = cursor === undefined ? undefined : readTime(cursor);
    const rows = await this.queue.ofHomes(this.places.homesWithin(region), after, pageSize + 1);
    return this.page(viewer, rows, ({ updatedAt, id }) => writtenTime({ at: updatedAt.toISOString(), id }));
  }

  async read(viewer: Viewer, id: string): Promise<Review> {
    const { row, user } = await this.desk.readable(viewer, id);
    return this.desk.shown(row, user);
  }

  private async page({ user }: Viewer, rows: readonly FilingRow[], place: (row: FilingRow) => string): Promise<ReviewPage> {
    if (!user) throw new HubError('ticket.missing');
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return { items: await this.views.cards(rows.slice(0, pageSize), user), ...(last && { next: place(last) }) };
  }
}
