import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Appeal, AppealItem, AppealPage, AppealState, HearAppeal, OwnAppeal, OwnAppeals } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, Everyone, type Viewer } from '../../../platform/auth/index.js';
import { AppealDeskService } from './appeal-desk.service.js';
import { AppealsService } from './appeals.service.js';

const Id = z.uuid();
const Asked = z.object({ scope: z.string().max(32).optional(), state: AppealState.optional(), cursor: z.string().max(200).optional() });

/** Appeals: of whoever was decided about, and of whoever hears them. */
@Controller('api/v1')
export class AppealsController {
  constructor(
    private readonly appeals: AppealsService,
    private readonly desk: AppealDeskService,
  ) {}

  @Post('appeals')
  @Everyone()
  @HttpCode(200)
  @Answers(OwnAppeal)
  appeal(@CurrentViewer() viewer: Viewer, @Body({ schema: Appeal }) said: Appeal): Promise<OwnAppeal> {
    return this.appeals.appeal(viewer, said);
  }

  @Get('appeals')
  @Everyone()
  @Header('cache-control', 'private, no-store')
  @Answers(OwnAppeals)
  own(@CurrentViewer() viewer: Viewer): Promise<OwnAppeals> {
    return this.appeals.own(viewer);
  }

  @Get('moderation/appeals')
  @Allow('read', 'Person')
  @Header('cache-control', 'private, no-store')
  @Answers(AppealPage)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Asked }) asked: z.infer<typeof Asked>): Promise<AppealPage> {
    return this.desk.list(viewer, asked);
  }

  @Post('moderation/appeals/:id/verdict')
  @Allow('hear', 'Person')
  @HttpCode(200)
  @Answers(AppealItem)
  hear(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HearAppeal }) wanted: HearAppeal,
  ): Promise<AppealItem> {
    return this.desk.hear(viewer, id, wanted);
  }
}
