import { Injectable } from '@nestjs/common';
import { homeOf, ladderOf, reviewLines } from '@yunhui/domain';
import { HubError } from '../../platform/hub-error.js';
import { OrganizationsService, type Unit } from '../organizations/index.js';
import { RegionsService } from '../regions/index.js';

/** Where a unit's filings belong: whose subtree may read them, and which scopes review them, lowest first. */
export type FilingPlace = { unit: Unit; kind: string; home: string; ladder: string[] };
/** Who reviews a filing, and the homes of its other hosts, who may read it: none above its own home, for they read it anyway. */
export type FilingRoute = Pick<FilingPlace, 'home' | 'ladder'> & { joint: string[] };

/** Routes by the unit: its region's ladder, or the line of ministries or societies. */
@Injectable()
export class FilingPlaces {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly regions: RegionsService,
  ) {}

  async of(organization: string): Promise<FilingPlace> {
    const [unit] = await this.organizations.unitsOf([organization]);
    if (!unit) throw new HubError('organization.unknown', { field: 'organization' });
    return this.placeOf(unit);
  }

  /** A joint activity has one ladder, that of its first host; a form that names no host of the registry has that of the unit that files. */
  async routeOf(filedBy: string, hosts: readonly string[]): Promise<FilingRoute> {
    const match = await this.organizations.matchNames(hosts);
    const keys = [...new Set(hosts.flatMap((name) => match(name)?.key ?? []))];
    const units = new Map((await this.organizations.unitsOf([filedBy, ...keys])).map((unit) => [unit.key, unit]));
    const [first, ...others] = (keys.length > 0 ? keys : [filedBy])
      .flatMap((key) => units.get(key) ?? [])
      .map((unit) => this.placeOf(unit));
    if (!first) throw new HubError('organization.unknown', { field: 'organization' });
    const above = this.regions.pathOf(first.home);
    const joint = [...new Set(others.map(({ home }) => home))].filter((home) => !above.includes(home));
    return { home: first.home, ladder: first.ladder, joint };
  }

  /** The homes in a scope's subtree: a region and all below it, and for the country the lines too. */
  homesWithin(scope: string): string[] {
    const regions = this.regions.all().flatMap(({ key, path }) => (path.includes(scope) ? key : []));
    const lines = Object.values(reviewLines).filter((line) => line === scope || scope === 'CN');
    return [...regions, ...lines];
  }

  private placeOf(unit: Unit): FilingPlace {
    const path = this.regions.pathOf(unit.region).map((key) => this.regions.require(key));
    const kind = this.regions.require(unit.region).kind;
    return { unit, kind, home: homeOf(unit, kind), ladder: ladderOf(unit.type, path) };
  }
}
