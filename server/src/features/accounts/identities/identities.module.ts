import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts.module.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentitiesRepository } from './identities.repository.js';
import { IdentitiesService } from './identities.service.js';
import { IdentityAttemptsRepository } from './identity-attempts.repository.js';
import { IdentityCookie } from './identity-cookie.js';
import { IdentityProvider } from './identity-provider.js';
import { IdentitySignInService } from './identity-sign-in.service.js';

/** Owns signing in by a provider (OpenID Connect), and who is whose account there. Without its settings there is none. */
@Module({
  imports: [AccountsModule],
  controllers: [IdentitiesController],
  providers: [IdentitiesRepository, IdentityAttemptsRepository, IdentityProvider, IdentityCookie, IdentitiesService, IdentitySignInService],
})
export class IdentitiesModule {}
