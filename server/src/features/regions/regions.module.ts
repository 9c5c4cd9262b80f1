import { Module } from '@nestjs/common';
import { RegionsRepository } from './regions.repository.js';
import { RegionsService } from './regions.service.js';

/** Owns the tree of regions, and the moderators' queues of its upper two levels. */
@Module({ providers: [RegionsRepository, RegionsService], exports: [RegionsService] })
export class RegionsModule {}
