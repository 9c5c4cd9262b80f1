import { Injectable } from '@nestjs/common';
import type { Review, ReviewScores } from '@yunhui/contracts';
import { Audit } from '../../../platform/audit/index.js';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { ReviewDesk } from './review-desk.js';
import { ReviewViews } from './review-views.js';
import { ScoresRepository } from './scores.repository.js';

/** 遴选评分: what a reviewer finds of a filing by the four criteria. It moves no filing, so it has no version to be first with. */
@Injectable()
export class ScoresService {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly views: ReviewViews,
    private readonly scores: ScoresRepository,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** One's own in place of those before. Whoever reviews at no level of its ladder, or files it, has none to give. */
  async put(viewer: Viewer, id: string, scores: ReviewScores): Promise<Review> {
    const { row, user } = await this.desk.readable(viewer, id);
    if (!(await this.views.mayScore(row, user))) throw new HubError('access.refused');
    await this.database.transaction(async (tx) => {
      await this.scores.put(tx, { filing: id, byId: user.id, scores, at: this.clock.date() });
      await this.audit.record(tx, { who: user.id, act: 'filing.score', subject: id, difference: { scores } });
    });
    return this.desk.shown(row, user);
  }
}
