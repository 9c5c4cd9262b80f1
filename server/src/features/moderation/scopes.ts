import { Injectable } from '@nestjs/common';
import { RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import { RegionsService } from '../regions/index.js';

/** Which regions a moderator's list shows: a scope and all below it, and no more than their grants cover. */
@Injectable()
export class Scopes {
  constructor(
    private readonly regions: RegionsService,
    private readonly tree: RegionTree,
  ) {}

  /** Nothing: every region there is. */
  ofPeople(viewer: Viewer, scope?: string): readonly string[] | undefined {
    if (scope !== undefined) {
      const key = this.regions.require(scope).key;
      whoMay(viewer, { action: 'read', on: 'Person', region: key }, this.tree.pathOf);
      return this.below([key]);
    }
    const own = (viewer.user?.grants ?? []).filter(({ role }) => role === 'moderator' || role === 'operator').map(({ region }) => region);
    if (own.length === 0) throw new HubError('access.refused');
    return this.below(own);
  }

  private below(outer: readonly string[]): readonly string[] | undefined {
    if (outer.includes('CN')) return undefined;
    return this.regions
      .all()
      .filter(({ path }) => outer.some((region) => path.includes(region)))
      .map(({ key }) => key);
  }
}
