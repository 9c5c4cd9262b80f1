import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { answerOrigin, openDemoOrigin } from '@yunhui/demo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { Everyone } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';

/** The demo's live streams and recordings: bytes by the clock, without a state, so every process serves them. */
@Controller('demo')
export class DemoOriginController {
  private readonly origin: ReturnType<typeof openDemoOrigin> | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    this.origin = config.DEMO === 'on' ? openDemoOrigin() : undefined;
  }

  @Get('*')
  @Everyone()
  answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const answer = this.origin && answerOrigin(request.url, this.clock.now(), this.origin);
    if (!answer) throw new HubError('path.unknown');
    void reply.status(answer.status).headers(answer.headers).send(answer.body);
  }
}
