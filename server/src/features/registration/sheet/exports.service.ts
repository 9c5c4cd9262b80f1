import { Injectable } from '@nestjs/common';
import type { ExportedFilings } from '@yunhui/contracts';
import { cellsOf } from '@yunhui/domain';
import type { Viewer } from '../../../platform/auth/index.js';
import { readTime, writtenTime } from '../../../platform/cursor.js';
import { OwnFilings } from '../filing/own-filings.js';
import { FilingsRepository } from '../filings.repository.js';

const pageSize = 100;

/** What a unit files, as rows of the sheet. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly own: OwnFilings,
    private readonly filings: FilingsRepository,
  ) {}

  /** A page of what is filed for a campaign. What was not imported is numbered by its id, so that the sheet can be imported again. */
  async page(
    viewer: Viewer,
    { organization, campaign, cursor }: { organization: string; campaign: string; cursor?: string },
  ): Promise<ExportedFilings> {
    await this.own.requireVerified(viewer, organization);
    const after = cursor === undefined ? undefined : readTime(cursor);
    const rows = await this.filings.ofUnitIn(organization, campaign, after, pageSize + 1);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return {
      rows: rows.slice(0, pageSize).map(({ id, externalId, form }) => ({ id: externalId ?? id, ...cellsOf(form) })),
      ...(last && { next: writtenTime({ at: last.createdAt.toISOString(), id: last.id }) }),
    };
  }
}
