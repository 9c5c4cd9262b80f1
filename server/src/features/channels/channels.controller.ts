import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Channel, PlanSession, type Session } from '@yunhui/contracts';
import { Allow, CurrentViewer, Everyone, type Viewer } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { ChannelPageService } from './channel-page.service.js';
import { SessionPlanningService } from './session-planning.service.js';

@Controller('api/v1/channels')
export class ChannelsController {
  constructor(
    private readonly pages: ChannelPageService,
    private readonly planning: SessionPlanningService,
  ) {}

  @Get(':slug')
  @Everyone()
  @PublicResource({ maxAgeS: 1 })
  async page(@Param('slug') slug: string): Promise<Channel> {
    return this.pages.page(slug);
  }

  /** The service asks whether the grant covers the channel's region, which the path does not name. */
  @Post(':slug/sessions')
  @Allow('plan', 'Schedule')
  @HttpCode(201)
  async plan(
    @CurrentViewer() viewer: Viewer,
    @Param('slug') slug: string,
    @Body({ schema: PlanSession }) wanted: PlanSession,
  ): Promise<Session> {
    return this.planning.plan(viewer, slug, wanted);
  }
}
