import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { ModerationModule } from '../moderation/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { AttendanceService } from './attendance.service.js';
import { HostingController } from './hosting/hosting.controller.js';
import { HostingService } from './hosting/hosting.service.js';
import { HostsOfTopics } from './hosting/hosts-of-topics.js';
import { ListeningService } from './listening.service.js';
import { NamesAsked } from './names-asked.js';
import { OwnWordsService } from './own-words.service.js';
import { SettledNotices } from './settled-notices.js';
import { SpeakerRoles } from './speaker-roles.js';
import { SpeechService } from './speech.service.js';
import { TopicsController } from './topics.controller.js';
import { TopicsGateway } from './topics.gateway.js';
import { TopicsStore } from './topics.store.js';

/** Conversations: joining, speaking, taking back, reacting, being counted, hosting. The engine keeps what is said. */
@Module({
  imports: [ChannelsModule, ModerationModule, OrganizationsModule],
  controllers: [TopicsController, HostingController],
  providers: [
    TopicsGateway,
    TopicsStore,
    SpeakerRoles,
    SpeechService,
    OwnWordsService,
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
