import { Injectable } from '@nestjs/common';
import type { FilingUnits } from '@yunhui/contracts';
import type { Viewer } from '../../../platform/auth/index.js';
import { FilersService } from '../../organizations/index.js';
import { FilingPlaces } from '../filing-places.js';

/** The units that somebody files for, and who will review what they file. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly filers: FilersService,
    private readonly places: FilingPlaces,
  ) {}

  async of({ user }: Viewer): Promise<FilingUnits> {
    const units = user ? await this.filers.unitsOf(user.id) : [];
    const items = units.map(async ({ key, name, region, standing }) => {
      const { ladder } = await this.places.of(key);
      return { key, name, region, ladder, isVerified: standing === 'verified' };
    });
    return { items: await Promise.all(items) };
  }
}
