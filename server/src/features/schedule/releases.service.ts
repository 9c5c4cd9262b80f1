import { Injectable } from '@nestjs/common';
import type { ReleaseLine, ReleasePage, ScheduleRelease } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { readTime, writtenTime } from '../../platform/cursor.js';
import type { Transaction } from '../../platform/database/index.js';
import { Facts } from '../../platform/facts/index.js';
import { type ReleaseRow, ReleasesRepository } from './releases.repository.js';

const pageSize = 30;

/** 节目单的版本: each change of the programme is a release, in the transaction of the change. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly releases: ReleasesRepository,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Releases what has changed; nothing of a change that the public does not see. */
  async release(tx: Transaction, campaign: string, lines: readonly ReleaseLine[]): Promise<void> {
    if (lines.length === 0) return;
    const id = uuid();
    await this.releases.add(tx, { id, campaign, at: this.clock.date(), lines: [...lines] });
    await this.facts.record(tx, { name: 'release.published', key: id, version: 1 });
  }

  /** One release, by its id. */
  async one(id: string): Promise<ScheduleRelease | undefined> {
    const row = await this.releases.byId(id);
    return row && toRelease(row);
  }

  /** A page of what was released in these campaigns, the latest first. */
  async page(campaigns: readonly string[], cursor: string | undefined): Promise<ReleasePage> {
    const after = cursor === undefined ? undefined : readTime(cursor);
    const rows = await this.releases.latest(campaigns, after, pageSize + 1);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return {
      items: rows.slice(0, pageSize).map(toRelease),
      ...(last && { next: writtenTime({ at: last.at.toISOString(), id: last.id }) }),
    };
  }
}

function toRelease({ campaign, number, at, lines }: ReleaseRow): ScheduleRelease {
  return { campaign, number, at: shanghaiInstant(at.getTime()), lines };
}
