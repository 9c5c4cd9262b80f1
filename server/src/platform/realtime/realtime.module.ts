import { Global, Module } from '@nestjs/common';
import { AuthorNames } from './author-names.js';
import { AuthorNamesRepository } from './author-names.repository.js';
import { Broadcast } from './broadcast.js';
import { Bus } from './bus.js';
import { Deliveries } from './deliveries.js';
import { EngineFigures } from './engine-figures.js';
import { EntryLog } from './entry-log.js';
import { FanOut } from './fan-out.js';
import { Followers } from './followers.js';
import { Holds } from './holds.js';
import { HoldsRepository } from './holds.repository.js';
import { LogRepository } from './log.repository.js';
import { ModeHead } from './mode-head.js';
import { NodeNews } from './node-news.js';
import { Viewers } from './viewers.js';
import { PinnedStates } from './pinned-states.js';
import { Pins } from './pins.js';
import { PinsRepository } from './pins.repository.js';
import { Reactions } from './reactions.js';
import { Resting } from './resting.js';
import { Resume } from './resume.js';
import { Retractions } from './retractions.js';
import { RevocationNews } from './revocation-news.js';
import { Serving } from './serving.js';
import { Subscriptions } from './subscriptions.js';
import { Tallies } from './tallies.js';
import { TalliesRepository } from './tallies.repository.js';
import { TestHooks } from './test-hooks.js';
import { TopicHeads } from './topic-heads.js';
import { TopicStates } from './topic-states.js';
import { Trackers } from './trackers.js';
import { WarmTopics } from './warm-topics.js';

const front = [
  AuthorNames,
  Broadcast,
  EntryLog,
  Followers,
  Holds,
  LogRepository,
  ModeHead,
  NodeNews,
  Pins,
  Reactions,
  Retractions,
  Serving,
  Subscriptions,
  Tallies,
  TopicHeads,
  TopicStates,
  Viewers,
  WarmTopics,
];

/** The topic engine (SPEC.md). It owns the log's tables and every Redis key of a topic, and knows no feature. */
@Global()
@Module({
  providers: [
    ...front,
    AuthorNamesRepository,
    Bus,
    Deliveries,
    EngineFigures,
    FanOut,
    HoldsRepository,
    PinnedStates,
    PinsRepository,
    Resting,
    RevocationNews,
    Resume,
    TalliesRepository,
    TestHooks,
    Trackers,
  ],
  exports: front,
})
export class RealtimeModule {}
