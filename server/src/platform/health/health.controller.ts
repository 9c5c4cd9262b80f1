import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Everyone } from '../auth/index.js';
import { Database } from '../database/index.js';
import { Redis } from '../redis/index.js';
import { Ffmpeg, type FfmpegState } from '../ffmpeg/index.js';
import { Departure } from './departure.js';

const patienceMs = 1_000;
type Dependency = { status: 'up' | 'down'; tookMs: number };
/** `degraded`: people are served, some things a little later. `leaving`: this process ends, and sends away whoever is here. */
type Readiness = {
  status: 'ready' | 'degraded' | 'unavailable' | 'leaving';
  dependencies: Record<'database' | 'redis', Dependency>;
  /** Nobody waits for it: without ffmpeg there are plates where stills would be. */
  ffmpeg: FfmpegState;
};

/** `GET /health/live` and `/health/ready`, for whoever keeps the hub running. */
@Controller('health')
@Everyone()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly redis: Redis,
    private readonly departure: Departure,
    private readonly ffmpeg: Ffmpeg,
  ) {}

  /** The process answers. Dependencies are not asked: restarting us would not bring them back. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /**
   * Whether people should be sent here. Without the database nobody new can be served; without Redis
   * watching and speaking go on, so taking this node away would only make things worse.
   */
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const [database, redis] = await Promise.all([look(() => this.database.ping(patienceMs)), look(() => this.askRedis())]);
    const status = this.statusWith(database, redis);
    if (status === 'unavailable' || status === 'leaving') void reply.status(503);
    return { status, dependencies: { database, redis }, ffmpeg: this.ffmpeg.state };
  }

  private statusWith(database: Dependency, redis: Dependency): Readiness['status'] {
    if (this.departure.hasBegun) return 'leaving';
    if (database.status === 'down') return 'unavailable';
    return redis.status === 'down' ? 'degraded' : 'ready';
  }

  private async askRedis(): Promise<void> {
    if (!this.redis.healthy) throw new Error('Redis is away');
    await this.redis.client.ping();
  }
}

async function look(ask: () => Promise<void>): Promise<Dependency> {
  const started = performance.now();
  const tookMs = (): number => Math.round(performance.now() - started);
  try {
    await ask();
    return { status: 'up', tookMs: tookMs() };
  } catch {
    return { status: 'down', tookMs: tookMs() };
  }
}
