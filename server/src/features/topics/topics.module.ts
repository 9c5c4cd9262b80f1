import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { ModesModule, StandingModule } from '../moderation/index.js';
import { AttendanceService } from './attendance.service.js';
import { HostingController } from './hosting/hosting.controller.js';
import { HostingService } from './hosting/hosting.service.js';
import { HostsOfTopics } from './hosting/hosts-of-topics.js';
import { ListeningService } from './listening.service.js';
import { NamesAsked } from './names-asked.js';
import { SettledNotices } from './settled-notices.js';
import { SpeechService } from './speech.service.js';
import { TopicsController } from './topics.controller.js';
import { TopicsGateway } from './topics.gateway.js';
import { TopicsStore } from './topics.store.js';

/** Conversations: joining, speaking, taking back, reacting, being counted, hosting. The engine keeps what is said. */
@Module({
  imports: [ChannelsModule, ModesModule, StandingModule],
  controllers: [TopicsController, HostingController],
  providers: [
    TopicsGateway,
    TopicsStore,
    SpeechService,
    ListeningService,
    AttendanceService,
    SettledNotices,
    NamesAsked,
    HostsOfTopics,
    HostingService,
  ],
  exports: [SpeechService],
})
export class TopicsModule {}
