import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { activities } from './activities.tables.js';

export type Activity = typeof activities.$inferInsert;

@Injectable()
export class ActivitiesRepository {
  /** Adds activities that are missing; a component stands after the activity it is part of. */
  async keep(tx: Transaction, rows: readonly Activity[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(activities)
        .values([...rows])
        .onConflictDoNothing();
  }
}
