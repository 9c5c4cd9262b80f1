import { Module } from '@nestjs/common';
import { StreamsModule } from '../streams/index.js';
import { ReleasesRepository } from './releases.repository.js';
import { ReleasesService } from './releases.service.js';
import { ScheduleChangesService } from './schedule-changes.service.js';
import { ScheduleRepository } from './schedule.repository.js';
import { ScheduleService } from './schedule.service.js';

/** Owns the sessions: what plays when on which channel, and the releases that tell what changed. A newly planned one is the fact `session.planned`, another slot or a cancellation `session.changed`. */
@Module({
  imports: [StreamsModule],
  providers: [ReleasesRepository, ReleasesService, ScheduleChangesService, ScheduleRepository, ScheduleService],
  exports: [ReleasesService, ScheduleChangesService, ScheduleService],
})
export class ScheduleModule {}
