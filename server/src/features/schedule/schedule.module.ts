import { Module } from '@nestjs/common';
import { StreamsModule } from '../streams/index.js';
import { ScheduleChangesService } from './schedule-changes.service.js';
import { ScheduleRepository } from './schedule.repository.js';
import { ScheduleService } from './schedule.service.js';

/** Owns the sessions: what plays when on which channel. A newly planned one is the fact `session.planned`, another slot or a cancellation `session.changed`. */
@Module({
  imports: [StreamsModule],
  providers: [ScheduleChangesService, ScheduleRepository, ScheduleService],
  exports: [ScheduleChangesService, ScheduleService],
})
export class ScheduleModule {}
