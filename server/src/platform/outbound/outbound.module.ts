import { Global, Module } from '@nestjs/common';
import { Outbound } from './outbound.js';

/** Owns requests to addresses that people gave us. */
@Global()
@Module({ providers: [Outbound], exports: [Outbound] })
export class OutboundModule {}
