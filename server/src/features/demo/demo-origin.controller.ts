import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { answerOrigin, doubleBehaviours, openDemoOrigin } from '@yunhui/demo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config.js';
import { Answers, Nothing } from '../../platform/api-docs/index.js';
import { Everyone } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';

const Command = z.object({ behaviour: z.enum(doubleBehaviours) });

/** The demo's live streams and recordings: bytes by the clock, without a state, so every process serves them. Its doubles misbehave on command, on loopback only. */
@Controller('demo')
export class DemoOriginController {
  private readonly origin: ReturnType<typeof openDemoOrigin> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.origin = config.DEMO === 'on' ? openDemoOrigin() : undefined;
  }

  @Get('*')
  @Everyone()
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = this.origin && answerOrigin(request.url, this.clock.now(), this.origin);
    if (!answer) throw new HubError('path.unknown');
    if (answer.delayMs) await pause(answer.delayMs, undefined, { ref: false });
    void reply.status(answer.status).headers(answer.headers).send(answer.body);
  }

  /** How `/demo/double/{key}/…` behaves from now on: for tests and for looking at slates. */
  @Post('doubles/:key')
  @HttpCode(200)
  @Everyone()
  @Answers(Nothing)
  command(@Param('key') key: string, @Body({ schema: Command }) { behaviour }: z.infer<typeof Command>): object {
    if (!this.origin || !this.config.onLoopback) throw new HubError('path.unknown');
    this.origin.doubles.command(key, behaviour, this.clock.now());
    return {};
  }
}
