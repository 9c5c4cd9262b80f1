import { Controller, Get, Param } from '@nestjs/common';
import { HashtagList, HashtagPage } from '@yunhui/contracts';
import { Answers } from '../../platform/api-docs/index.js';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { HashtagsService } from './hashtags.service.js';

@Controller('api/v1/campaigns/:campaign/topics')
@Everyone()
export class HashtagsController {
  constructor(private readonly hashtags: HashtagsService) {}

  @Get()
  @PublicResource({ maxAgeS: 2 })
  @Answers(HashtagList)
  async list(@Param('campaign') campaign: string): Promise<HashtagList> {
    return this.hashtags.list(campaign);
  }

  @Get(':topic')
  @PublicResource({ maxAgeS: 1 })
  @Answers(HashtagPage)
  async page(@Param('campaign') campaign: string, @Param('topic') topic: string): Promise<HashtagPage> {
    return this.hashtags.page(campaign, topic);
  }
}
