import { Module } from '@nestjs/common';
import { StreamsModule } from '../streams/index.js';
import { ScheduleRepository } from './schedule.repository.js';
import { ScheduleService } from './schedule.service.js';

/** Owns the sessions: what plays when on which channel. A newly planned one is the fact `session.planned`. */
@Module({ imports: [StreamsModule], providers: [ScheduleRepository, ScheduleService], exports: [ScheduleService] })
export class ScheduleModule {}
