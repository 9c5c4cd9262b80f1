import { Controller, Get, Param, Query } from '@nestjs/common';
import { SearchAnswer, SearchQuery } from '@yunhui/contracts';
import { Answers } from '../../platform/api-docs/index.js';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { SearchService } from './search.service.js';

@Controller('api/v1/campaigns')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get(':slug/search')
  @Everyone()
  @PublicResource({ maxAgeS: 2 })
  @Answers(SearchAnswer)
  async find(@Param('slug') slug: string, @Query({ schema: SearchQuery }) wanted: SearchQuery): Promise<SearchAnswer> {
    return this.search.search(slug, wanted);
  }
}
