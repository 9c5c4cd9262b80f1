import { Global, Module } from '@nestjs/common';
import { Limits } from './limits.js';

/** Owns how often anything may be done. Edges ask before they call a service. */
@Global()
@Module({ providers: [Limits], exports: [Limits] })
export class LimitsModule {}
