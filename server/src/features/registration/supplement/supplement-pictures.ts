import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { supplementStanding } from '@yunhui/domain';
import { isAllowed, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { Uploads } from '../../../platform/uploads/index.js';
import { OwnFilings } from '../filing/own-filings.js';
import { ReviewDesk } from '../review/review-desk.js';
import { SupplementsRepository } from './supplements.repository.js';

/** Pictures in a supplement: seen by who writes it, and by its desk once it is handed in or locked. */
@Injectable()
export class SupplementPictures implements OnModuleInit {
  constructor(
    private readonly uploads: Uploads,
    private readonly own: OwnFilings,
    private readonly desk: ReviewDesk,
    private readonly supplements: SupplementsRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.uploads.openTo('supplement', async (viewer, filing) => {
      return (await isAllowed(() => this.writes(viewer, filing))) || (await isAllowed(() => this.reviews(viewer, filing)));
    });
  }

  /** From now on a supplement shows these and no others. */
  async show(tx: Transaction, by: Pick<User, 'id'>, filing: string, pictures: readonly string[]): Promise<void> {
    await this.uploads.hold(tx, by, { kind: 'supplement', subject: filing }, pictures);
  }

  private async writes(viewer: Viewer, filing: string): Promise<void> {
    const { row } = await this.own.require(viewer, filing);
    await this.own.requireVerified(viewer, row.organization);
  }

  private async reviews(viewer: Viewer, filing: string): Promise<void> {
    const { row } = await this.desk.readable(viewer, filing);
    const kept = (await this.supplements.of([filing])).get(filing);
    const isOpen = !kept || supplementStanding(row.state, kept.locksAt.getTime(), this.clock.now()) === 'open';
    if (isOpen) throw new HubError('access.refused');
  }
}
