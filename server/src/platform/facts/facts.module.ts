import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FactHandlers } from './fact-handlers.js';
import { FactsDelivery } from './facts.delivery.js';
import { FactsProcessor } from './facts.processor.js';
import { FactsRepository } from './facts.repository.js';
import { FactsSweep } from './facts.sweep.js';
import { Facts } from './facts.js';

/** Owns facts and their delivery. A feature records with `Facts`, and hears by a method marked `@OnFact`. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [FactHandlers, FactsRepository, Facts, FactsSweep, FactsDelivery, FactsProcessor],
  exports: [Facts],
})
export class FactsModule {}
