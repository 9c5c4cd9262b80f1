import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { may, RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import { RegionsService } from '../regions/index.js';

/** Which held items: those of whole province-level scopes, and of regions deeper down. Undefined: all there are. */
export type Within = { scopes: readonly string[]; regions: readonly string[] } | undefined;
/** Where a held item waits, and whose staff looks after it. */
type Waiting = { region: string | null; scope: string | null };

/** Which part of moderators' work somebody may see or do: a region they have a grant over, and all below it. */
@Injectable()
export class Scopes {
  constructor(
    private readonly regions: RegionsService,
    private readonly tree: RegionTree,
  ) {}

  /** The part of the queue that a scope names, or all that one's grants cover. */
  within(viewer: Viewer, scope?: string): Within {
    const asked = this.readable(viewer, 'Queue', scope);
    if (asked.includes('CN')) return undefined;
    const upper = asked.filter((region) => this.regions.pathOf(region).length === 2);
    return {
      scopes: upper.map((region) => region.toLowerCase()),
      regions: this.below(asked.filter((region) => !this.regions.pathOf(region).some((outer) => upper.includes(outer)))),
    };
  }

  /** The regions whose people a scope names, or all that one's grants cover. Undefined: every region there is. */
  ofPeople(viewer: Viewer, scope?: string): readonly string[] | undefined {
    const asked = this.readable(viewer, 'Person', scope);
    return asked.includes('CN') ? undefined : this.below(asked);
  }

  /** Whether a region lies in a scope that was asked for, or in what one's grants cover. */
  covers(viewer: Viewer, scope: string | undefined, region: string): boolean {
    const outer = scope === undefined ? grantedTo(viewer) : [scope.toUpperCase()];
    const path = this.regions.pathOf(region);
    return outer.some((one) => path.includes(one));
  }

  /** The region that a scope names, where somebody may do something. */
  require(viewer: Viewer, action: 'read' | 'decide', scope: string): { user: User; scope: string; region: string } {
    const { key } = this.regions.require(scope);
    return { user: this.mustMay(viewer, action, key), scope: key.toLowerCase(), region: key };
  }

  /** Whoever may decide an item; anybody else is refused. */
  mustDecide(viewer: Viewer, waiting: Waiting): User {
    return this.mustMay(viewer, 'decide', regionOf(waiting));
  }

  /** Whether somebody may decide an item: who only reads along is not shown everything about its author. */
  mayDecide(viewer: Viewer, waiting: Waiting): boolean {
    return may(viewer, { action: 'decide', on: 'Queue', region: regionOf(waiting) }, this.tree.pathOf);
  }

  /** Whoever may read an item. */
  mustRead(viewer: Viewer, waiting: Waiting): User {
    return this.mustMay(viewer, 'read', regionOf(waiting));
  }

  private readable(viewer: Viewer, on: 'Queue' | 'Person', scope?: string): string[] {
    const asked = scope === undefined ? grantedTo(viewer) : [this.regions.require(scope).key];
    for (const region of asked) whoMay(viewer, { action: 'read', on, region }, this.tree.pathOf);
    if (asked.length === 0) throw new HubError('access.refused');
    return asked;
  }

  private below(outer: readonly string[]): string[] {
    return this.regions.all().flatMap(({ key, path }) => (outer.some((region) => path.includes(region)) ? [key] : []));
  }

  private mustMay(viewer: Viewer, action: 'read' | 'decide', region: string): User {
    return whoMay(viewer, { action, on: 'Queue', region }, this.tree.pathOf);
  }
}

function grantedTo({ user }: Viewer): string[] {
  const staff = user?.grants.filter(({ role }) => role === 'moderator' || role === 'operator') ?? [];
  return [...new Set(staff.map(({ region }) => region))];
}

const regionOf = ({ region, scope }: Waiting): string => region ?? scope?.toUpperCase() ?? 'CN';
