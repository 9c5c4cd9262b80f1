import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import type { Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { FilersService } from '../../organizations/index.js';
import { FilingViews } from '../filing-views.js';
import { type FilingRow, FilingsRepository } from '../filings.repository.js';

/** What somebody's units file. Whoever does not file for the unit does not learn that there is a filing. */
@Injectable()
export class OwnFilings {
  constructor(
    private readonly filers: FilersService,
    private readonly filings: FilingsRepository,
    private readonly views: FilingViews,
  ) {}

  async require(viewer: Viewer, id: string): Promise<{ row: FilingRow; user: User }> {
    const user = userOf(viewer);
    const row = await this.filings.byId(id);
    if (!row || !(await this.filers.keysOf(user.id)).includes(row.organization)) throw new HubError('filing.unknown');
    return { row, user };
  }

  /** The same, at the version that somebody read it with. */
  async requireAt(viewer: Viewer, id: string, version: number): Promise<{ row: FilingRow; user: User }> {
    const own = await this.require(viewer, id);
    if (own.row.version !== version) throw await this.changed(id);
    return own;
  }

  /** Somebody who files for a unit. */
  async requireFiler(viewer: Viewer, organization: string): Promise<User> {
    const user = userOf(viewer);
    if (!(await this.filers.keysOf(user.id)).includes(organization)) throw new HubError('access.refused', { field: 'organization' });
    return user;
  }

  async unitsOf(viewer: Viewer): Promise<string[]> {
    return this.filers.keysOf(userOf(viewer).id);
  }

  /** The refusal of whoever came second, with what the first one made of it. */
  async changed(id: string): Promise<HubError> {
    const now = await this.filings.byId(id);
    return new HubError('filing.changed', now ? { beside: { filing: await this.views.whole(now) } } : {});
  }
}

function userOf({ user }: Viewer): User {
  if (!user) throw new HubError('ticket.missing');
  return user;
}
