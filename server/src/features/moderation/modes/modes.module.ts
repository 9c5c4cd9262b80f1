import { Module } from '@nestjs/common';
import { ChannelsModule } from '../../channels/index.js';
import { RegionsModule } from '../../regions/index.js';
import { AutomaticSlow } from './automatic-slow/automatic-slow.js';
import { DutyClock } from './duty/duty-clock.js';
import { DutyController } from './duty/duty.controller.js';
import { DutyFigures } from './duty/duty.figures.js';
import { DutyRepository } from './duty/duty.repository.js';
import { DutyService } from './duty/duty.service.js';
import { ModeListController } from './mode-list.controller.js';
import { ModePlan } from './mode-plan.js';
import { ModePlanRepository } from './mode-plan.repository.js';
import { ModeStates } from './mode-states.js';
import { ModesController } from './modes.controller.js';
import { ModesService } from './modes.service.js';
import { ShieldsController } from './shields/shields.controller.js';
import { ShieldsRepository } from './shields/shields.repository.js';
import { ShieldsService } from './shields/shields.service.js';
import { PlacesModule } from '../places.module.js';
import { TopicModes } from './topic-modes.js';

/** Owns how conversations take messages: their own modes, shields over scopes, who is on duty. Whoever keeps a message asks `TopicModes`. */
@Module({
  imports: [ChannelsModule, PlacesModule, RegionsModule],
  controllers: [ModesController, ModeListController, ShieldsController, DutyController],
  providers: [
    AutomaticSlow,
    DutyClock,
    DutyFigures,
    DutyRepository,
    DutyService,
    ModePlan,
    ModePlanRepository,
    ModeStates,
    ModesService,
    ShieldsRepository,
    ShieldsService,
    TopicModes,
  ],
  exports: [TopicModes],
})
export class ModesModule {}
