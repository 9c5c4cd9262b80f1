import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { DecideReport, OwnReport, OwnReports, Report, ReportGroup, ReportPage } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, Everyone, type Viewer } from '../../../platform/auth/index.js';
import { ReportDeskService } from './report-desk.service.js';
import { ReportsService } from './reports.service.js';

const Id = z.uuid();
const Asked = z.object({
  scope: z.string().max(32).optional(),
  state: ReportGroup.shape.state.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  ids: z
    .string()
    .max(4_000)
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()).max(100))
    .optional(),
});

/** What viewers report, and what moderators make of it. */
@Controller('api/v1')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly desk: ReportDeskService,
  ) {}

  @Post('reports')
  @Everyone()
  @HttpCode(200)
  @Answers(OwnReport)
  report(@CurrentViewer() viewer: Viewer, @Body({ schema: Report }) said: Report): Promise<OwnReport> {
    return this.reports.report(viewer, said);
  }

  @Get('reports')
  @Everyone()
  @Header('cache-control', 'private, no-store')
  @Answers(OwnReports)
  own(@CurrentViewer() viewer: Viewer): Promise<OwnReports> {
    return this.reports.own(viewer);
  }

  @Get('moderation/reports')
  @Allow('read', 'Person')
  @Header('cache-control', 'private, no-store')
  @Answers(ReportPage)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Asked }) asked: z.infer<typeof Asked>): Promise<ReportPage> {
    return this.desk.list(viewer, asked);
  }

  @Post('moderation/reports/:id/verdict')
  @Allow('hear', 'Person')
  @HttpCode(200)
  @Answers(ReportGroup)
  decide(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideReport }) wanted: DecideReport,
  ): Promise<ReportGroup> {
    return this.desk.decide(viewer, id, wanted);
  }
}
