import { Module } from '@nestjs/common';
import { ModesModule } from '../modes/modes.module.js';
import { NewcomersModule } from '../newcomers/newcomers.module.js';
import { SanctionsModule } from '../sanctions/sanctions.module.js';
import { StandingModule } from '../standing/standing.module.js';
import { AuthorTrust } from './author-trust.js';
import { AuthorsRepository } from './authors.repository.js';
import { CurrentLists } from './current-lists.js';
import { ListsController } from './lists.controller.js';
import { ListsRepository } from './lists.repository.js';
import { ListsService } from './lists.service.js';
import { MessageJudge } from './message-judge.js';
import { NameRedraw } from './name-redraw.js';
import { RefusedRepository } from './refused.repository.js';
import { ReplayRepository } from './replay.repository.js';
import { ReplayService } from './replay.service.js';
import { Screener } from './screener.js';
import { ScreeningFigures } from './screening.figures.js';
import { Talk } from './talk.js';
import { TalkStore } from './talk.store.js';
import { TopicScopes } from './topic-scopes.js';

/** Owns the lists of terms and phrases, and judges every message before it is kept. */
@Module({
  imports: [ModesModule, NewcomersModule, SanctionsModule, StandingModule],
  controllers: [ListsController],
  providers: [
    ListsRepository,
    ListsService,
    ReplayRepository,
    ReplayService,
    CurrentLists,
    AuthorsRepository,
    AuthorTrust,
    Screener,
    ScreeningFigures,
    Talk,
    TalkStore,
    TopicScopes,
    MessageJudge,
    NameRedraw,
    RefusedRepository,
  ],
  exports: [ListsService, MessageJudge, TopicScopes],
})
export class ScreeningModule {}
