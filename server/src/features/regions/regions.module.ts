import { Module } from '@nestjs/common';
import { RegionsController } from './regions.controller.js';
import { RegionsRepository } from './regions.repository.js';
import { RegionsService } from './regions.service.js';

/** Owns the tree of regions, and the moderators' queues of its upper two levels. */
@Module({ controllers: [RegionsController], providers: [RegionsRepository, RegionsService], exports: [RegionsService] })
export class RegionsModule {}
