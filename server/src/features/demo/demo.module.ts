import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { ActivitiesModule } from '../activities/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { ChannelsModule } from '../channels/index.js';
import { LobbyModule } from '../lobby/index.js';
import { ModerationModule } from '../moderation/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RegionsModule } from '../regions/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { StreamsModule } from '../streams/index.js';
import { DemoFeatures } from './demo-features.js';
import { DemoFilers } from './demo-filers.js';
import { DemoImportService } from './demo-import.service.js';
import { DemoOriginController } from './demo-origin.controller.js';
import { DemoProgrammeService } from './demo-programme.service.js';
import { DemoTopicsService } from './demo-topics.service.js';
import { DemoVisits } from './demo-visits.js';
import { DemoProcessor } from './demo.processor.js';
import { DemoRepository } from './demo.repository.js';

/** Brings the demo campaign to life where DEMO is on: its data, its days, its streams, its visitors. All of it is marked sample. */
@Module({
  imports: [
    AccountsModule,
    ActivitiesModule,
    CampaignsModule,
    ChannelsModule,
    LobbyModule,
    ModerationModule,
    OrganizationsModule,
    RegionsModule,
    ScheduleModule,
    StreamsModule,
  ],
  controllers: [DemoOriginController],
  providers: [
    DemoRepository,
    DemoFeatures,
    DemoImportService,
    DemoProgrammeService,
    DemoTopicsService,
    DemoProcessor,
    DemoVisits,
    DemoFilers,
  ],
  exports: [DemoVisits, DemoFilers],
})
export class DemoModule {}
