import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { RegionTree, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { RegionsService } from '../../regions/index.js';
import type { ItemRow } from './item-row.js';
import type { Within } from './queue.repository.js';

/** Which part of the queue somebody may read or decide: a region they have a grant over, and all below it. */
@Injectable()
export class QueueScopes {
  constructor(
    private readonly regions: RegionsService,
    private readonly tree: RegionTree,
  ) {}

  /** A scope that was asked for, or all that one's grants cover. */
  within(viewer: Viewer, scope?: string): Within {
    const asked = scope === undefined ? this.grantedTo(viewer) : [this.regions.require(scope).key];
    for (const region of asked) this.mustMay(viewer, 'read', region);
    if (asked.length === 0) throw new HubError('access.refused');
    if (asked.includes('CN')) return undefined;
    const upper = asked.filter((region) => this.regions.pathOf(region).length === 2);
    const deeper = asked.filter((region) => !upper.includes(region));
    return {
      scopes: upper.map((region) => region.toLowerCase()),
      regions: this.regions.all().flatMap(({ key, path }) => (deeper.some((outer) => path.includes(outer)) ? [key] : [])),
    };
  }

  /** Whether a region lies in a scope that was asked for, or in what one's grants cover. */
  covers(viewer: Viewer, scope: string | undefined, region: string): boolean {
    const outer = scope === undefined ? this.grantedTo(viewer) : [scope.toUpperCase()];
    const path = this.regions.pathOf(region);
    return outer.some((one) => path.includes(one));
  }

  /** The region that a scope names, where somebody may do something. */
  require(viewer: Viewer, action: 'read' | 'decide', scope: string): { user: User; scope: string; region: string } {
    const { key } = this.regions.require(scope);
    return { user: this.mustMay(viewer, action, key), scope: key.toLowerCase(), region: key };
  }

  /** Whoever may decide an item; anybody else is refused. */
  mustDecide(viewer: Viewer, { region, scope }: Pick<ItemRow, 'region' | 'scope'>): User {
    return this.mustMay(viewer, 'decide', region ?? scope?.toUpperCase() ?? 'CN');
  }

  /** Whoever may read an item. */
  mustRead(viewer: Viewer, { region, scope }: Pick<ItemRow, 'region' | 'scope'>): User {
    return this.mustMay(viewer, 'read', region ?? scope?.toUpperCase() ?? 'CN');
  }

  private grantedTo({ user }: Viewer): string[] {
    const staff = user?.grants.filter(({ role }) => role === 'moderator' || role === 'operator') ?? [];
    return [...new Set(staff.map(({ region }) => region))];
  }

  private mustMay(viewer: Viewer, action: 'read' | 'decide', region: string): User {
    return whoMay(viewer, { action, on: 'Queue', region }, this.tree.pathOf);
  }
}
