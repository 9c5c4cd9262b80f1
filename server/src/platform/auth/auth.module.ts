import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessCheck } from './access.check.js';
import { AccessGuard } from './access.guard.js';
import { Authenticator } from './authenticator.js';
import { Door } from './door.js';
import { RegionTree } from './region-tree.js';
import { Revocations } from './revocations.js';
import { SignIns } from './sign-ins.js';
import { SigningKeys } from './signing-keys.js';
import { SocketAuthenticator } from './socket-authenticator.js';
import { Tickets } from './tickets.js';

const forAll = [AccessGuard, Authenticator, Door, RegionTree, Revocations, SignIns, SocketAuthenticator, Tickets];

/** Owns who somebody is and what they may do: sign-ins, tickets, revocations, the policy. Every edge asks here. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [...forAll, SigningKeys, AccessCheck, { provide: APP_GUARD, useExisting: AccessGuard }],
  exports: forAll,
})
export class AuthModule {}
