import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActivityForm, User } from '@yunhui/contracts';
import { wasPublished } from '@yunhui/domain';
import { isAllowed } from '../../../platform/auth/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { Uploads } from '../../../platform/uploads/index.js';
import { FilingsRepository } from '../filings.repository.js';
import { ReviewDesk } from '../review/review-desk.js';
import { OwnFilings } from './own-filings.js';

/** The cover of a filing: its writers' and its desk's, and everybody's once it is published. */
@Injectable()
export class FilingCovers implements OnModuleInit {
  constructor(
    private readonly uploads: Uploads,
    private readonly filings: FilingsRepository,
    private readonly own: OwnFilings,
    private readonly desk: ReviewDesk,
  ) {}

  onModuleInit(): void {
    this.uploads.openTo('cover', async (viewer, id) => {
      const row = await this.filings.byId(id);
      if (row && wasPublished(row.state)) return true;
      return (await isAllowed(() => this.own.require(viewer, id))) || (await isAllowed(() => this.desk.readable(viewer, id)));
    });
  }

  /** From now on a filing has this cover, or none. */
  async show(tx: Transaction, by: Pick<User, 'id'>, filing: string, { cover }: ActivityForm): Promise<void> {
    await this.uploads.hold(tx, by, { kind: 'cover', subject: filing }, cover === undefined ? [] : [cover]);
  }
}
