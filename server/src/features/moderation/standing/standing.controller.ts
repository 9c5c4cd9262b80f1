import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { OwnOutcomes, OwnStanding, SeenOutcomes, TopicName } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers, Nothing } from '../../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, type Viewer } from '../../../platform/auth/index.js';
import { StandingService } from './standing.service.js';

const Where = z.object({ topic: TopicName.optional() });

/** What holds for oneself, and what one should be told. */
@Controller('api/v1/me')
@Everyone()
export class StandingController {
  constructor(private readonly standing: StandingService) {}

  @Get('standing')
  @Header('cache-control', 'private, no-store')
  @Answers(OwnStanding)
  own(@CurrentViewer() viewer: Viewer, @Query({ schema: Where }) { topic }: z.infer<typeof Where>): Promise<OwnStanding> {
    return this.standing.own(viewer, topic);
  }

  @Get('outcomes')
  @Header('cache-control', 'private, no-store')
  @Answers(OwnOutcomes)
  outcomes(@CurrentViewer() viewer: Viewer): Promise<OwnOutcomes> {
    return this.standing.outcomes(viewer);
  }

  @Post('outcomes/seen')
  @HttpCode(200)
  @Answers(Nothing)
  async seen(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: SeenOutcomes }) { ids }: z.infer<typeof SeenOutcomes>,
  ): Promise<Record<string, never>> {
    await this.standing.seen(viewer, ids);
    return {};
  }
}
