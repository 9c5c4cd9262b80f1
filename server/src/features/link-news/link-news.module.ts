import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { InboxModule } from '../inbox/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { StreamsModule } from '../streams/index.js';
import { LinkNewsProcessor } from './link-news.processor.js';

/** Hosts hear of their links that fail. It is apart from streams, which know no units, and from channels, which tell nobody. */
@Module({
  imports: [ChannelsModule, InboxModule, OrganizationsModule, ScheduleModule, StreamsModule],
  providers: [LinkNewsProcessor],
})
export class LinkNewsModule {}
