import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { SignIns } from '../../platform/auth/index.js';
import { NewcomersModule } from '../moderation/index.js';
import { AccountDesk } from './account-desk.service.js';
import { AccountRoles } from './account-roles.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { DemoAccounts } from './demo-accounts.js';
import { OtherWays } from './other-ways.js';
import { Passwords } from './passwords.js';
import { SignInCookies } from './sign-in-cookies.js';

/** Owns guests and accounts. Others ask `platform/auth` who somebody is. */
@Module({
  imports: [NewcomersModule],
  controllers: [AccountsController],
  providers: [AccountsRepository, AccountsService, AccountDesk, AccountRoles, DemoAccounts, OtherWays, Passwords, SignInCookies],
  exports: [AccountsService, AccountDesk, AccountRoles, DemoAccounts, OtherWays, Passwords, SignInCookies],
})
export class AccountsModule implements OnApplicationBootstrap {
  constructor(private readonly signIns: SignIns) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.signIns.forget();
  }
}
