import { Injectable } from '@nestjs/common';
import type { FilingUnits, UnitNames } from '@yunhui/contracts';
import type { Viewer } from '../../../platform/auth/index.js';
import { FilersService, UnitSearch } from '../../organizations/index.js';
import { FilingPlaces } from '../filing-places.js';

/** Twelve fit over a phone's keyboard; who does not find theirs among them writes on. */
const mostNamed = 12;

/** The units that somebody files for, and who will review what they file; and all those one may name as a host. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly filers: FilersService,
    private readonly places: FilingPlaces,
    private readonly registry: UnitSearch,
  ) {}

  /** Units of the whole registry, whoever they are: their names are public, and a host may be from anywhere. */
  async named(words: string): Promise<UnitNames> {
    const found = await this.registry.find(words);
    return { items: found.slice(0, mostNamed).map(({ key, name, alias }) => ({ key, name, ...(alias !== undefined && { alias }) })) };
  }

  async of({ user }: Viewer): Promise<FilingUnits> {
    const units = user ? await this.filers.unitsOf(user.id) : [];
    const items = units.map(async ({ key, name, region, standing }) => {
      const { ladder } = await this.places.of(key);
      return { key, name, region, ladder, isVerified: standing === 'verified' };
    });
    return { items: await Promise.all(items) };
  }
}
