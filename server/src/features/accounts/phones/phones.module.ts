import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts.module.js';
import { PhoneCodes } from './phone-codes.js';
import { PhoneCodesRepository } from './phone-codes.repository.js';
import { PhoneSignInService } from './phone-sign-in.service.js';
import { PhoneVerifier } from './phone-verifier.js';
import { PhonesController } from './phones.controller.js';
import { PhonesRepository } from './phones.repository.js';
import { PhonesService } from './phones.service.js';

/** Owns signing in by a code that is sent to a phone. Without a verifier in the settings there is no such thing. */
@Module({
  imports: [AccountsModule],
  controllers: [PhonesController],
  providers: [PhonesRepository, PhoneCodesRepository, PhoneCodes, PhoneVerifier, PhonesService, PhoneSignInService],
})
export class PhonesModule {}
