import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DemoRegion, loadRegions } from '@yunhui/demo';
import { Database } from '../../platform/database/index.js';
import { type NewRegion, RegionsService } from '../regions/index.js';

/** What every hub needs before anybody can do anything in it: the country's tree of regions, planted by whichever process starts first. */
@Injectable()
export class FoundingService implements OnModuleInit {
  constructor(
    private readonly regions: RegionsService,
    private readonly database: Database,
  ) {}

  async onModuleInit(): Promise<void> {
    const known = new Set(this.regions.all().map(({ key }) => key));
    const tree = loadRegions();
    if (tree.every(({ key }) => known.has(key))) return;
    await this.database.transaction((tx) => this.regions.plant(tx, tree.map(toRegion)));
    await this.regions.readAgain();
  }
}

function toRegion({ order, tile, ...region }: DemoRegion): NewRegion {
  return { ...region, position: order, tileRow: tile?.row, tileCol: tile?.col };
}
