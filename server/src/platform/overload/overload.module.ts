import { Global, Module } from '@nestjs/common';
import { LadderController } from './ladder.controller.js';
import { LadderFigures } from './ladder.figures.js';
import { Ladder } from './ladder.js';
import { LadderRepository } from './ladder.repository.js';
import { LadderService } from './ladder.service.js';

/** Owns how this node serves when it has more to do than it can. The engine asks it, and it knows nothing of the engine. */
@Global()
@Module({
  controllers: [LadderController],
  providers: [Ladder, LadderFigures, LadderRepository, LadderService],
  exports: [Ladder],
})
export class OverloadModule {}
