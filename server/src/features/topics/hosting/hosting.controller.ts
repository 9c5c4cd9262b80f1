import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { Announce, Announced, PinMessage, Seq } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers, Nothing } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { asSpeaker } from '../../../platform/edge/speaker.js';
import { Limits } from '../../../platform/limits/index.js';
import { topicNameOf } from '../topic-name.js';
import { HostingService } from './hosting.service.js';

const PinnedSeq = z.coerce.number().pipe(Seq);

/** Announcements and pins. The service asks whether the grant covers the topic's region, which the path does not name. */
@Controller('api/v1/topics/:topic')
export class HostingController {
  constructor(
    private readonly hosting: HostingService,
    private readonly limits: Limits,
  ) {}

  @Post('announcements')
  @Allow('announce', 'Room')
  @HttpCode(201)
  @Answers(Announced, { status: 201 })
  async announce(
    @CurrentViewer() viewer: Viewer,
    @Param('topic') topic: string,
    @Body({ schema: Announce }) said: Announce,
  ): Promise<Announced> {
    await this.limits.consume('message', asSpeaker(viewer));
    return this.hosting.announce(viewer, topicNameOf(topic), said);
  }

  @Post('pins')
  @Allow('pin', 'Room')
  @HttpCode(200)
  @Answers(Nothing)
  async pin(
    @CurrentViewer() viewer: Viewer,
    @Param('topic') topic: string,
    @Body({ schema: PinMessage }) { seq }: z.infer<typeof PinMessage>,
  ): Promise<Record<string, never>> {
    await this.limits.consume('message', asSpeaker(viewer));
    await this.hosting.pin(viewer, topicNameOf(topic), seq);
    return {};
  }

  @Delete('pins/:seq')
  @Allow('pin', 'Room')
  @Answers(Nothing)
  async unpin(
    @CurrentViewer() viewer: Viewer,
    @Param('topic') topic: string,
    @Param('seq', { schema: PinnedSeq }) seq: number,
  ): Promise<Record<string, never>> {
    await this.limits.consume('message', asSpeaker(viewer));
    await this.hosting.unpin(viewer, topicNameOf(topic), seq);
    return {};
  }
}
