import { Controller, Get, Query } from '@nestjs/common';
import { FoundRegions } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../platform/api-docs/index.js';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { RegionsService } from './regions.service.js';

const mostFound = 50;
const Asked = z.object({ q: z.string().max(100).optional() });

/** The tree of regions, for whoever says where something is. */
@Controller('api/v1/regions')
export class RegionsController {
  constructor(private readonly regions: RegionsService) {}

  @Get()
  @Everyone()
  @PublicResource({ maxAgeS: 60 })
  @Answers(FoundRegions)
  find(@Query({ schema: Asked }) { q = '' }: z.infer<typeof Asked>): FoundRegions {
    const found = this.regions.find(q);
    const items = found.slice(0, mostFound).map(({ key, path: [, above] }) => ({
      ...this.regions.cardOf(key),
      ...(above !== undefined && above !== 'CN' && { above: this.regions.cardOf(above) }),
    }));
    return { items, isMore: found.length > mostFound };
  }
}
