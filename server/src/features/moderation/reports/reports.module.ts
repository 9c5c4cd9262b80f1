import { Module } from '@nestjs/common';
import { ChannelsModule } from '../../channels/index.js';
import { QueueHints } from '../queue-hints.js';
import { SanctionsModule } from '../sanctions/sanctions.module.js';
import { StandingModule } from '../standing/standing.module.js';
import { ReportDeskRepository } from './report-desk.repository.js';
import { ReportDeskService } from './report-desk.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

/** Owns what viewers report and how it ended. What was reported is kept, whatever becomes of it. */
@Module({
  imports: [ChannelsModule, SanctionsModule, StandingModule],
  controllers: [ReportsController],
  providers: [QueueHints, ReportDeskRepository, ReportDeskService, ReportsRepository, ReportsService],
  exports: [QueueHints],
})
export class ReportsModule {}
