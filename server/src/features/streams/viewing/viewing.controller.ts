import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { WatchReport } from '@yunhui/contracts';
import { Answers, Nothing } from '../../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, type Viewer } from '../../../platform/auth/index.js';
import { Limits } from '../../../platform/limits/index.js';
import { ViewingService } from './viewing.service.js';

/** The same reports from pages without a socket. */
@Controller('api/v1/watch')
@Everyone()
export class ViewingController {
  constructor(
    private readonly viewing: ViewingService,
    private readonly limits: Limits,
  ) {}

  @Post('reports')
  @HttpCode(200)
  @Answers(Nothing)
  async report(@CurrentViewer() viewer: Viewer, @Body({ schema: WatchReport }) report: WatchReport): Promise<Record<string, never>> {
    await this.limits.consume('watch.report', viewer);
    await this.viewing.report(viewer, report);
    return {};
  }
}
