import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Channel, PickChannel, PlanSession, Session } from '@yunhui/contracts';
import type { z } from 'zod';
import { Answers } from '../../platform/api-docs/index.js';
import { Allow, CurrentViewer, Everyone, type Viewer } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { ChannelPageService } from './channel-page.service.js';
import { PicksService } from './picks.service.js';
import { SessionPlanningService } from './session-planning.service.js';

@Controller('api/v1/channels')
export class ChannelsController {
  constructor(
    private readonly pages: ChannelPageService,
    private readonly planning: SessionPlanningService,
    private readonly picks: PicksService,
  ) {}

  @Get(':slug')
  @Everyone()
  @PublicResource({ maxAgeS: 1 })
  @Answers(Channel)
  async page(@Param('slug') slug: string): Promise<Channel> {
    return this.pages.page(slug);
  }

  /** The service asks whether the grant covers the channel's region, which the path does not name. */
  @Post(':slug/sessions')
  @Allow('plan', 'Schedule')
  @HttpCode(201)
  @Answers(Session, { status: 201 })
  async plan(
    @CurrentViewer() viewer: Viewer,
    @Param('slug') slug: string,
    @Body({ schema: PlanSession }) wanted: PlanSession,
  ): Promise<Session> {
    return this.planning.plan(viewer, slug, wanted);
  }

  /** The service asks whether the grant covers the channel's region, as it does for planning. */
  @Put(':slug/pick')
  @Allow('pick', 'Channel')
  @Answers(PickChannel)
  async pick(
    @CurrentViewer() viewer: Viewer,
    @Param('slug') slug: string,
    @Body({ schema: PickChannel }) { on }: z.infer<typeof PickChannel>,
  ): Promise<{ on: boolean }> {
    return this.picks.change(viewer, slug, on);
  }
}
