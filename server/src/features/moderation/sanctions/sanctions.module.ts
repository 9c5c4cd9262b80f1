import { Module } from '@nestjs/common';
import { RegionsModule } from '../../regions/index.js';
import { ScopesModule } from '../scopes.module.js';
import { StandingModule } from '../standing/standing.module.js';
import { HidingService } from './hiding.service.js';
import { LiftingService } from './lifting.service.js';
import { PeopleService } from './people.service.js';
import { RetractingService } from './retracting.service.js';
import { RuleMutes } from './rule-mutes.service.js';
import { SanctionsController } from './sanctions.controller.js';
import { SanctionsProcessor } from './sanctions.processor.js';
import { SanctionsReadRepository } from './sanctions-read.repository.js';
import { SanctionsRepository } from './sanctions.repository.js';
import { SanctionsService } from './sanctions.service.js';

/** Owns what was done about people: warnings, mutes, bans, and what was taken back with them. */
@Module({
  imports: [RegionsModule, ScopesModule, StandingModule],
  controllers: [SanctionsController],
  providers: [
    HidingService,
    LiftingService,
    PeopleService,
    RetractingService,
    RuleMutes,
    SanctionsProcessor,
    SanctionsReadRepository,
    SanctionsRepository,
    SanctionsService,
  ],
  exports: [LiftingService, RuleMutes, SanctionsService, SanctionsReadRepository, ScopesModule],
})
export class SanctionsModule {}
