import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { ChannelsModule } from '../channels/index.js';
import { RegistrationModule } from '../registration/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { StreamsModule } from '../streams/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';
import { SendingService } from './sending.service.js';
import { TellingService } from './telling.service.js';
import { ToldFacts } from './told-facts.js';
import { WebhookAccess } from './webhook-access.js';
import { WebhookStanding } from './webhook-standing.service.js';
import { WebhookViews } from './webhook-views.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksProcessor } from './webhooks.processor.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { WebhooksService } from './webhooks.service.js';

/** Owns what addresses outside are told, and whether it has arrived. It hears of everything by facts; nobody calls it. */
@Module({
  imports: [AccountsModule, CampaignsModule, ChannelsModule, RegistrationModule, ScheduleModule, StreamsModule],
  controllers: [WebhooksController],
  providers: [
    WebhooksRepository,
    DeliveriesRepository,
    WebhookAccess,
    WebhookViews,
    WebhooksService,
    DeliveriesService,
    ToldFacts,
    TellingService,
    SendingService,
    WebhookStanding,
    WebhooksProcessor,
  ],
})
export class WebhooksModule {}
