import { Global, Module } from '@nestjs/common';
import { LoopLag } from './loop-lag.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

/** Owns the figures. Everybody may add to them. */
@Global()
@Module({ controllers: [MetricsController], providers: [LoopLag, Metrics], exports: [LoopLag, Metrics] })
export class MetricsModule {}
