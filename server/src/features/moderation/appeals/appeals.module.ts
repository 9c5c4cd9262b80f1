import { Module } from '@nestjs/common';
import { HintsModule } from '../hints.module.js';
import { QueueModule } from '../queue/queue.module.js';
import { SanctionsModule } from '../sanctions/sanctions.module.js';
import { StandingModule } from '../standing/standing.module.js';
import { AppealDeskService } from './appeal-desk.service.js';
import { AppealsController } from './appeals.controller.js';
import { AppealsRepository } from './appeals.repository.js';
import { AppealsService } from './appeals.service.js';

/** Owns appeals: what a moderator or a rule decided is looked at again by another moderator. */
@Module({
  imports: [HintsModule, QueueModule, SanctionsModule, StandingModule],
  controllers: [AppealsController],
  providers: [AppealDeskService, AppealsRepository, AppealsService],
})
export class AppealsModule {}
