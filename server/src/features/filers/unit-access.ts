import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { homeOf } from '@yunhui/domain';
import { may, type Viewer } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import { FilersService, OrganizationsService, type Unit } from '../organizations/index.js';
import { RegionsService } from '../regions/index.js';

/** A unit in front of somebody who may know who files for it. */
type UnitInReach = { unit: Unit; user: User; mayDecide: boolean; mayInvite: boolean };

/**
 * Who looks after a unit's filers: who reviews in its region or line, or above it, and who files for it and is verified. A
 * grant of a host in its region is neither: for anybody else the unit is not there. One that was applied for is decided by its
 * application.
 */
@Injectable()
export class UnitAccess {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly filers: FilersService,
    private readonly regions: RegionsService,
  ) {}

  async require(viewer: Viewer, key: string, to: 'read' | 'invite' | 'decide'): Promise<UnitInReach> {
    const { user } = viewer;
    if (!user) throw new HubError('ticket.missing');
    const [unit] = await this.organizations.unitsOf([key]);
    if (!unit || unit.isApplied) throw new HubError('organization.unknown');
    const isColleague = (await this.filers.keysOf(user.id)).includes(key);
    if (!isColleague && !this.may(viewer, 'read', unit)) throw new HubError('organization.unknown');
    const mayDecide = this.may(viewer, 'decide', unit);
    const mayInvite = mayDecide || isColleague;
    const isAllowed = { read: true, invite: mayInvite, decide: mayDecide }[to];
    if (!isAllowed) throw new HubError('access.refused');
    return { unit, user, mayDecide, mayInvite };
  }

  /** Whether somebody's desk covers a unit. */
  may(viewer: Viewer, action: 'read' | 'decide', unit: Pick<Unit, 'type' | 'region'>): boolean {
    const home = homeOf(unit, this.regions.require(unit.region).kind);
    return may(viewer, { action, on: 'Desk', region: home }, (region) => this.regions.pathOf(region));
  }
}
