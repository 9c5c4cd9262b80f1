import { Module } from '@nestjs/common';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivitiesService } from './activities.service.js';

/** Owns the activities. */
@Module({ providers: [ActivitiesRepository, ActivitiesService], exports: [ActivitiesService] })
export class ActivitiesModule {}
