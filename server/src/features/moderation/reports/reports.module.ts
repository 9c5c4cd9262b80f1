import { Module } from '@nestjs/common';
import { ChannelsModule } from '../../channels/index.js';
import { HintsModule } from '../hints.module.js';
import { SanctionsModule } from '../sanctions/sanctions.module.js';
import { StandingModule } from '../standing/standing.module.js';
import { ReportDeskRepository } from './report-desk.repository.js';
import { ReportDeskService } from './report-desk.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

/** Owns what viewers report and how it ended. What was reported is kept, whatever becomes of it. */
@Module({
  imports: [ChannelsModule, HintsModule, SanctionsModule, StandingModule],
  controllers: [ReportsController],
  providers: [ReportDeskRepository, ReportDeskService, ReportsRepository, ReportsService],
})
export class ReportsModule {}
