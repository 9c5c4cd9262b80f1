import { Controller, Get, Param, Query } from '@nestjs/common';
import { type SearchAnswer, SearchQuery } from '@yunhui/contracts';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { SearchService } from './search.service.js';

@Controller('api/v1/campaigns')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get(':slug/search')
  @Everyone()
  @PublicResource({ maxAgeS: 2 })
  async find(@Param('slug') slug: string, @Query({ schema: SearchQuery }) wanted: SearchQuery): Promise<SearchAnswer> {
    return this.search.search(slug, wanted);
  }
}
