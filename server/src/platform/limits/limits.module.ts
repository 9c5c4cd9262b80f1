import { Global, Module } from '@nestjs/common';
import { Ceilings } from './ceilings.js';
import { Limits } from './limits.js';

/** Owns how often anything may be done. Edges ask before they call a service. */
@Global()
@Module({ providers: [Limits, Ceilings], exports: [Limits, Ceilings] })
export class LimitsModule {}
