import { Controller, Get, Param, Query } from '@nestjs/common';
import { DayAxis, DayQuery, Schedule, ScheduleQuery } from '@yunhui/contracts';
import { Answers } from '../../platform/api-docs/index.js';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { GuideService } from './guide.service.js';

@Controller('api/v1/campaigns')
export class GuideController {
  constructor(private readonly guide: GuideService) {}

  @Get(':slug/schedule')
  @Everyone()
  @PublicResource({ maxAgeS: 5 })
  @Answers(Schedule)
  async schedule(@Param('slug') slug: string, @Query({ schema: ScheduleQuery }) wanted: ScheduleQuery): Promise<Schedule> {
    return this.guide.schedule(slug, wanted);
  }

  @Get(':slug/day')
  @Everyone()
  @PublicResource({ maxAgeS: 5 })
  @Answers(DayAxis)
  async day(@Param('slug') slug: string, @Query({ schema: DayQuery }) wanted: DayQuery): Promise<DayAxis> {
    return this.guide.day(slug, wanted);
  }
}
