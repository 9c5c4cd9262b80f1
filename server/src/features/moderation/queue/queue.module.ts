import { Module } from '@nestjs/common';
import { CampaignsModule } from '../../campaigns/index.js';
import { ChannelsModule } from '../../channels/index.js';
import { RegionsModule } from '../../regions/index.js';
import { HintsModule } from '../hints.module.js';
import { NewcomersModule } from '../newcomers/newcomers.module.js';
import { ScopesModule } from '../scopes.module.js';
import { ScreeningModule } from '../screening/screening.module.js';
import { BurstWork } from './verdicts/burst-work.js';
import { BurstsRepository } from './verdicts/bursts.repository.js';
import { BurstsService } from './verdicts/bursts.service.js';
import { ClaimsService } from './verdicts/claims.service.js';
import { ClaimsStore } from './verdicts/claims.store.js';
import { ContextRepository } from './desk/context.repository.js';
import { DeskController } from './desk/desk.controller.js';
import { DeskService } from './desk/desk.service.js';
import { EntryDays } from './figures/entry-days.js';
import { Exposure } from './figures/exposure.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresRepository } from './figures/figures.repository.js';
import { FiguresService } from './figures/figures.service.js';
import { HoldGauges } from './figures/hold-gauges.js';
import { TallyUpkeep } from './figures/tally-upkeep.js';
import { HoldDesk } from './verdicts/hold-desk.js';
import { HoldNotes } from './verdicts/hold-notes.js';
import { HoldUpkeep } from './verdicts/hold-upkeep.js';
import { NotesRepository } from './desk/notes.repository.js';
import { QueueController } from './queue.controller.js';
import { HoldHints } from './hold-hints.js';
import { QueueItems } from './queue-items.js';
import { QueueRepository } from './queue.repository.js';
import { QueueService } from './queue.service.js';
import { RoomsRepository } from './desk/rooms.repository.js';
import { RoomsService } from './desk/rooms.service.js';
import { UndoService } from './verdicts/undo.service.js';
import { VerdictsRepository } from './verdicts/verdicts.repository.js';
import { VerdictsService } from './verdicts/verdicts.service.js';

const storage = [
  QueueRepository,
  VerdictsRepository,
  BurstsRepository,
  ContextRepository,
  NotesRepository,
  RoomsRepository,
  FiguresRepository,
  ClaimsStore,
];
const desk = [QueueItems, HoldHints, HoldDesk, HoldNotes, BurstWork, HoldUpkeep, EntryDays, Exposure, HoldGauges, TallyUpkeep];
const services = [QueueService, ClaimsService, VerdictsService, UndoService, BurstsService, DeskService, RoomsService, FiguresService];

/** Owns what moderators do with held messages: verdicts, claims, notes, and the figures of it. The messages themselves are the engine's. */
@Module({
  imports: [CampaignsModule, ChannelsModule, HintsModule, NewcomersModule, RegionsModule, ScopesModule, ScreeningModule],
  controllers: [QueueController, DeskController, FiguresController],
  providers: [...storage, ...desk, ...services],
  exports: [HoldNotes],
})
export class QueueModule {}
