import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { InboxModule } from '../inbox/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RegionsModule } from '../regions/index.js';
import { ApplicationDeskService } from './application-desk.service.js';
import { ApplicationReach } from './application-reach.js';
import { ApplicationViews } from './application-views.js';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsRepository } from './applications.repository.js';
import { ApplicationsService } from './applications.service.js';

/** Owns applications for new units, and by them how somebody nobody has invited comes to file. */
@Module({
  imports: [AccountsModule, InboxModule, OrganizationsModule, RegionsModule],
  controllers: [ApplicationsController],
  providers: [ApplicationsRepository, ApplicationReach, ApplicationViews, ApplicationsService, ApplicationDeskService],
})
export class ApplicationsModule {}
