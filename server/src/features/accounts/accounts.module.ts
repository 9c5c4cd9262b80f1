import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { DemoAccounts } from './demo-accounts.js';
import { Passwords } from './passwords.js';

/** Owns guests and accounts. Others ask `platform/auth` who somebody is. */
@Module({
  controllers: [AccountsController],
  providers: [AccountsRepository, AccountsService, DemoAccounts, Passwords],
  exports: [DemoAccounts],
})
export class AccountsModule {}
