import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { isOnProgramme } from '@yunhui/domain';
import { may, RegionTree } from '../../../platform/auth/index.js';
import { FilersService } from '../../organizations/index.js';
import type { FilingRow } from '../filings.repository.js';
import { decidesChange, reviewedScopes } from '../review/review.rules.js';

/** As what somebody changes the programme, and for which scope. */
export type Standing = { as: 'reviewer' | 'operator'; scope?: string };

/** Who makes what of a filing on the programme. Nobody decides about what their own units file, nor a unit's that they wait to file for. */
@Injectable()
export class ChangeRights {
  constructor(
    private readonly filers: FilersService,
    private readonly regions: RegionTree,
  ) {}

  /** Whether somebody decides what its host asked for: at the level at which it waits, as a filing is decided. */
  async mayGrant(row: FilingRow, user: User): Promise<boolean> {
    return decidesChange(row, user.grants) && !(await this.isOwn(row, user));
  }

  /** As what somebody changes it at once: whoever reviews or operates its home, or a scope above. */
  async standingOf(row: FilingRow, user: User): Promise<Standing | undefined> {
    const { home, state } = row;
    if (!isOnProgramme(state) || (await this.isOwn(row, user))) return undefined;
    if (may({ user }, { action: 'decide', on: 'Desk', region: home }, this.regions.pathOf)) {
      const above = this.regions.pathOf(home);
      const scope = reviewedScopes(user.grants).find((one) => above.includes(one));
      return { as: 'reviewer', ...(scope !== undefined && { scope }) };
    }
    return may({ user }, { action: 'plan', on: 'Schedule', region: home }, this.regions.pathOf) ? { as: 'operator' } : undefined;
  }

  private async isOwn({ organization }: FilingRow, { id }: User): Promise<boolean> {
    return (await this.filers.standingsOf(id)).has(organization);
  }
}
