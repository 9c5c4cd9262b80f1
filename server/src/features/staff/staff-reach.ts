import { Injectable } from '@nestjs/common';
import type { RegionName, StaffGrant, User } from '@yunhui/contracts';
import { homeOf, type ReviewLine, reviewLines } from '@yunhui/domain';
import { may, type Viewer } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import type { AccountCard } from '../accounts/index.js';
import { FilersService } from '../organizations/index.js';
import { RegionsService } from '../regions/index.js';
import { isStaff, rolesIn, standsAbove } from './staff.rules.js';

/** Where somebody can be appointed: a region, a line, or the country, which is there before any tree. `called`: what it is looked for by. */
type Place = RegionName & { kind: string; path: readonly string[]; called: readonly string[] };

/** The names that pages give them. */
const lineNames: Record<ReviewLine, readonly string[]> = { ministry: ['部委条线', 'ministries'], society: ['学会条线', 'societies'] };
/** Somebody who appoints, and which version of their grants was judged. */
type Appointer = { user: User; grantsVersion: number | undefined };

/** Who appoints where: operators, in their regions and below. Nobody else gives a role, or takes one, or opens an account of staff. */
@Injectable()
export class StaffReach {
  constructor(
    private readonly regions: RegionsService,
    private readonly filers: FilersService,
  ) {}

  mayAppoint(viewer: Viewer, region: string): boolean {
    return may(viewer, { action: 'appoint', on: 'Staff', region }, (key) => this.regions.pathOf(key));
  }

  /** Whoever appoints in a region; anybody else is refused, whatever is there. */
  require(viewer: Viewer, region: string): Appointer {
    const { user, grantsVersion } = viewer;
    if (!user || !this.mayAppoint(viewer, region)) throw new HubError('access.refused');
    return { user, grantsVersion };
  }

  /** The same for a role that is to be given: it must be one that is held there. */
  requireGiving(viewer: Viewer, { role, region }: StaffGrant): Appointer {
    const appointer = this.require(viewer, region);
    const place = this.places().find(({ key }) => key === region);
    if (!place || !rolesIn(place.kind).includes(role)) throw new HubError('region.unknown', { field: 'region' });
    return appointer;
  }

  /** Every place there is, the wider first: whatever is looked for is found in its fixed order. */
  places(): Place[] {
    const regions = this.regions.all().map(({ key, kind, path, pinyin, initials }): Place => {
      const named = this.nameOf(key);
      return { ...named, kind, path, called: [key, named.name, named.nameEn ?? '', pinyin, initials] };
    });
    const country: Place = { ...this.nameOf('CN'), kind: 'country', path: ['CN'], called: ['CN', '全国', 'country'] };
    const lines = (['ministry', 'society'] as const).map((line): Place => {
      const key = reviewLines[line];
      return { ...this.nameOf(key), kind: 'line', path: [key, 'CN'], called: [key, ...lineNames[line]] };
    });
    const below = regions.filter(({ key }) => key !== country.key).toSorted((one, other) => one.path.length - other.path.length);
    return [country, ...lines, ...below];
  }

  /** A place by name; lines, and the country before any tree, have none but their key, which pages have words for. */
  nameOf(key: string): RegionName {
    return this.regions.cardOf(key);
  }

  /** Whether somebody may open an account of staff: they stand above all of it, the units that it files for among that. */
  async mayRecover(viewer: Viewer, { id, grants }: AccountCard): Promise<boolean> {
    const { user } = viewer;
    if (!user || user.id === id || !grants.some(isStaff)) return false;
    if (!standsAbove(user.grants, grants, (key) => this.regions.pathOf(key))) return false;
    const units = grants.some(({ role }) => role === 'host') ? await this.filers.unitsOf(id) : [];
    return units.every((unit) => this.mayAppoint(viewer, homeOf(unit, this.regions.require(unit.region).kind)));
  }
}
