import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts.module.js';
import { OwnPasswordController } from './own-password.controller.js';
import { OwnPasswordService } from './own-password.service.js';

/** Changing a password that one knows. Beside the accounts, because it is audited and signing in is not. */
@Module({
  imports: [AccountsModule],
  controllers: [OwnPasswordController],
  providers: [OwnPasswordService],
})
export class OwnPasswordModule {}
