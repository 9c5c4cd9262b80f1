import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RegionsModule } from '../regions/index.js';
import { InvitationsService } from './invitations.service.js';
import { LinksController } from './links.controller.js';
import { OneTimeLinksRepository } from './one-time-links.repository.js';
import { RecoveriesService } from './recoveries.service.js';
import { UnitAccess } from './unit-access.js';
import { UnitFilersService } from './unit-filers.service.js';
import { UnitsController } from './units.controller.js';

/** Owns links that are good once, and by them how somebody comes to file for a unit, and back to their account. */
@Module({
  imports: [AccountsModule, OrganizationsModule, RegionsModule],
  controllers: [UnitsController, LinksController],
  providers: [OneTimeLinksRepository, UnitAccess, InvitationsService, RecoveriesService, UnitFilersService],
  exports: [OneTimeLinksRepository, RecoveriesService],
})
export class FilersModule {}
