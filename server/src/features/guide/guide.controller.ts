import { Controller, Get, Param, Query } from '@nestjs/common';
import { DayAxis, DayQuery, ReleasePage, Schedule, ScheduleQuery } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../platform/api-docs/index.js';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { GuideReleases } from './guide-releases.service.js';
import { GuideService } from './guide.service.js';

const Page = z.object({ cursor: z.string().max(400).optional() });

@Controller('api/v1/campaigns')
export class GuideController {
  constructor(
    private readonly guide: GuideService,
    private readonly releases: GuideReleases,
  ) {}

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

  @Get(':slug/releases')
  @Everyone()
  @PublicResource({ maxAgeS: 5 })
  @Answers(ReleasePage)
  async changes(@Param('slug') slug: string, @Query({ schema: Page }) { cursor }: z.infer<typeof Page>): Promise<ReleasePage> {
    return this.releases.of(slug, cursor);
  }
}
