import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { Everyone } from '../auth/index.js';
import { HubError } from '../hub-error.js';
import { mayScrape } from './may-scrape.js';
import { Metrics } from './metrics.js';

/** `GET /metrics`, for this machine or with METRICS_TOKEN. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Everyone()
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  scrape(@Req() request: FastifyRequest): Promise<string> {
    if (!mayScrape(request.raw, this.config.METRICS_TOKEN)) throw new HubError('access.refused');
    return this.metrics.registry.metrics();
  }
}
