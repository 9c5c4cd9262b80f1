import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { AttendanceService } from './attendance.service.js';
import { ListeningService } from './listening.service.js';
import { SettledNotices } from './settled-notices.js';
import { SpeechService } from './speech.service.js';
import { TopicsController } from './topics.controller.js';
import { TopicsGateway } from './topics.gateway.js';
import { TopicsStore } from './topics.store.js';

/** Conversations: joining, speaking, taking back, reacting, being counted. The engine keeps what is said. */
@Module({
  imports: [ChannelsModule],
  controllers: [TopicsController],
  providers: [TopicsGateway, TopicsStore, SpeechService, ListeningService, AttendanceService, SettledNotices],
  exports: [SpeechService],
})
export class TopicsModule {}
