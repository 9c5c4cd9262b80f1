import { Module } from '@nestjs/common';
import { Departure } from './departure.js';
import { HealthController } from './health.controller.js';

/** Owns liveness, readiness and the departure. */
@Module({ controllers: [HealthController], providers: [Departure], exports: [Departure] })
export class HealthModule {}
