import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { ActivitiesRepository, type Activity, type KnownActivity } from './activities.repository.js';

const pageRows = 500;

/** The registered activities of all campaigns. */
@Injectable()
export class ActivitiesService {
  constructor(private readonly activities: ActivitiesRepository) {}

  /** The activities whose time is not a moment and that may fall on these days. */
  async undated(campaigns: readonly string[], days: { from: string; to: string }): Promise<KnownActivity[]> {
    return this.activities.between(campaigns, days);
  }

  /** Every activity there is, read in pages: the embedded store has other people waiting meanwhile. */
  async *each(): AsyncGenerator<KnownActivity> {
    let last = '';
    for (;;) {
      const page = await this.activities.after(last, pageRows);
      yield* page;
      last = page.at(-1)?.id ?? '';
      if (page.length < pageRows) return;
    }
  }

  /** Enters activities that a notice names; those that are there keep what was edited. */
  async enter(tx: Transaction, named: readonly Activity[]): Promise<void> {
    await this.activities.keep(tx, named);
  }

  /** An activity as it is from now on. */
  async put(tx: Transaction, activity: Activity): Promise<void> {
    await this.activities.put(tx, activity);
  }
}
