import { Injectable } from '@nestjs/common';
import type { Review, User } from '@yunhui/contracts';
import { may, RegionTree, type Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { type FilingRow, FilingsRepository } from '../filings.repository.js';
import { ReviewViews } from './review-views.js';

/** A filing on the desk of somebody who decides it, with the level they decide at. */
export type OnDesk = { row: FilingRow; user: User; level: number };

/** What every act on the desk begins and ends with: who may know of a filing, who decides it, and who came second. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly filings: FilingsRepository,
    private readonly views: ReviewViews,
    private readonly regions: RegionTree,
  ) {}

  /** A filing of one's subtree that was handed in, or of which a unit there is another host. Of any other, drafts included, nobody learns that it is there. */
  async readable(viewer: Viewer, id: string): Promise<{ row: FilingRow; user: User }> {
    const row = await this.filings.byId(id);
    const { user } = viewer;
    const mayRead = (region: string): boolean => may(viewer, { action: 'read', on: 'Desk', region }, this.regions.pathOf);
    if (!user || !row?.submittedAt || ![row.home, ...row.joint].some(mayRead)) throw new HubError('filing.unknown');
    return { row, user };
  }

  /** One that somebody decides now, as they have seen it: another version by now is somebody else's act. */
  async take(viewer: Viewer, id: string, version: number): Promise<OnDesk> {
    const { row, user } = await this.readable(viewer, id);
    if (row.version !== version) throw await this.collided('review.decided', id, user);
    const level = await this.views.levelOf(row, user);
    if (level === undefined) throw new HubError('access.refused');
    return { row, user, level };
  }

  /** The refusal, with what the winner made of it. */
  async collided(code: 'review.decided' | 'review.claimed' | 'review.undo-over', id: string, user: User): Promise<HubError> {
    const row = await this.filings.byId(id);
    return new HubError(code, row ? { beside: { review: await this.shown(row, user) } } : {});
  }

  async shown(row: FilingRow, user: User): Promise<Review> {
    return this.views.whole(row, user);
  }
}
