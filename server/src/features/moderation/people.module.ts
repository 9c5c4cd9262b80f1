import { Module } from '@nestjs/common';
import { AppealsModule } from './appeals/appeals.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SanctionsModule } from './sanctions/sanctions.module.js';
import { StandingModule } from './standing/standing.module.js';

/** What moderators do about people, and what people can do about that. */
@Module({ imports: [SanctionsModule, ReportsModule, AppealsModule, StandingModule], exports: [StandingModule] })
export class PeopleModule {}
