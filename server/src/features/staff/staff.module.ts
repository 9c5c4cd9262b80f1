import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { FilersModule } from '../filers/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RegionsModule } from '../regions/index.js';
import { AppointmentsController } from './appointments.controller.js';
import { FirstOperator } from './first-operator.service.js';
import { RoleInvitationsService } from './role-invitations.service.js';
import { StaffReach } from './staff-reach.js';
import { StaffController } from './staff.controller.js';
import { StaffRepository } from './staff.repository.js';
import { StaffService } from './staff.service.js';

/** Owns who works here: the first operator, invitations to roles, and their end. What an account may do is kept by `accounts`. */
@Module({
  imports: [AccountsModule, FilersModule, OrganizationsModule, RegionsModule],
  controllers: [StaffController, AppointmentsController],
  providers: [StaffRepository, StaffReach, StaffService, RoleInvitationsService, FirstOperator],
  exports: [FirstOperator],
})
export class StaffModule {}
