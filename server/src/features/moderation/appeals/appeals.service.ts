import { Injectable } from '@nestjs/common';
import type { Appeal, AppealTarget, OwnAppeal, OwnAppeals } from '@yunhui/contracts';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { asSpeaker } from '../../../platform/edge/speaker.js';
import { HubError } from '../../../platform/hub-error.js';
import { Limits } from '../../../platform/limits/index.js';
import { QueueHints } from '../queue-hints.js';
import { TopicPlaces } from '../topic-places.js';
import { type Appealable, AppealsRepository } from './appeals.repository.js';

/** Whoever was decided about may say so, once for each decision. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly database: Database,
    private readonly appeals: AppealsRepository,
    private readonly places: TopicPlaces,
    private readonly hints: QueueHints,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async appeal(viewer: Viewer, { of, words }: Appeal): Promise<OwnAppeal> {
    const speaker = asSpeaker(viewer);
    const { user } = speaker;
    await this.limits.consume('appeal', speaker);
    const about = await this.aboutOf(user.id, of);
    if (!about) throw new HubError('appeal.refused', { field: 'of' });
    const region = about.scope ?? (await this.places.regionOf(about.topic ?? ''));
    const [id, at] = [uuid(), this.clock.date()];
    await this.database.transaction(async (tx) => {
      const added = await this.appeals.add(tx, { id, of, user: user.id, region, words, at, about });
      if (!added) throw new HubError('appeal.refused', { field: 'of' });
    });
    this.hints.tellOf(region, 'appeal.added', { id, risk: 'medium' });
    return { id, of, words, at: at.toISOString(), state: 'open' };
  }

  async own(viewer: Viewer): Promise<OwnAppeals> {
    return { items: await this.appeals.own(asSpeaker(viewer).user.id) };
  }

  private aboutOf(user: string, { kind, id }: AppealTarget): Promise<Appealable | undefined> {
    return kind === 'message' ? this.appeals.message(user, id) : this.appeals.sanction(user, id);
  }
}
