import { Injectable } from '@nestjs/common';
import type { ActivityState } from '@yunhui/contracts';
import { FilingsRepository } from './filings.repository.js';

/** What other features may know of a filing. `home`: whose subtree it belongs to. */
export type FiledActivity = { id: string; version: number; state: ActivityState; home: string; organization: string; title: string };

/** Filings, for whoever hears of them by a fact. */
@Injectable()
export class FiledActivities {
  constructor(private readonly filings: FilingsRepository) {}

  async one(id: string): Promise<FiledActivity | undefined> {
    const row = await this.filings.byId(id);
    if (!row) return undefined;
    const { version, state, home, organization, form } = row;
    return { id, version, state, home, organization, title: form.title };
  }
}
