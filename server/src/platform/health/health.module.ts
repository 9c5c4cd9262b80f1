import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';

/** Owns liveness and readiness. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
