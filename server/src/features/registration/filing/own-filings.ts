import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import type { Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { type FilerStanding, FilersService } from '../../organizations/index.js';
import { FilingViews } from '../filing-views.js';
import { type FilingRow, FilingsRepository, type Whose } from '../filings.repository.js';

/**
 * What somebody's units file. Whoever does not file for the unit does not learn that there is a filing; who has yet to be
 * verified knows of what they began themselves, and of nothing else: an invitation may have come into the wrong hands.
 */
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
    const standing = row && (await this.filers.standingsOf(user.id)).get(row.organization);
    if (!row || !standing || (standing === 'waiting' && row.filedBy !== user.id)) throw new HubError('filing.unknown');
    return { row, user };
  }

  /** The same, at the version that somebody read it with. */
  async requireAt(viewer: Viewer, id: string, version: number): Promise<{ row: FilingRow; user: User }> {
    const own = await this.require(viewer, id);
    if (own.row.version !== version) throw await this.changed(id);
    return own;
  }

  /** Somebody who writes for a unit. */
  async requireFiler(viewer: Viewer, organization: string): Promise<User> {
    return (await this.filerOf(viewer, organization)).user;
  }

  /** Somebody who acts for a unit: who hands in what it registers, and reads and brings all of it. */
  async requireVerified(viewer: Viewer, organization: string): Promise<User> {
    const { user, standing } = await this.filerOf(viewer, organization);
    if (standing !== 'verified') throw new HubError('filer.unverified', { field: 'organization' });
    return user;
  }

  /** What somebody may read: all of the units they act for, and what they began for those that have yet to verify them. */
  async readableTo(viewer: Viewer): Promise<Whose> {
    const { id } = userOf(viewer);
    const standings = [...(await this.filers.standingsOf(id))];
    const keys = (wanted: FilerStanding) => standings.flatMap(([key, standing]) => (standing === wanted ? key : []));
    return { units: keys('verified'), begun: { by: id, units: keys('waiting') } };
  }

  /** The refusal of whoever came second, with what the first one made of it. */
  async changed(id: string): Promise<HubError> {
    const now = await this.filings.byId(id);
    return new HubError('filing.changed', now ? { beside: { filing: await this.views.whole(now) } } : {});
  }

  private async filerOf(viewer: Viewer, organization: string): Promise<{ user: User; standing: FilerStanding }> {
    const user = userOf(viewer);
    const standing = (await this.filers.standingsOf(user.id)).get(organization);
    if (!standing) throw new HubError('access.refused', { field: 'organization' });
    return { user, standing };
  }
}

function userOf({ user }: Viewer): User {
  if (!user) throw new HubError('ticket.missing');
  return user;
}
