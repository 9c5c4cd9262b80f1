import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { AddReaction, FramesAnswer, History, Mine, RetractMessage, SendMessage, SentMessage, Snapshot, WatchBeat } from '@yunhui/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Answers, Nothing } from '../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, type Viewer, ViewerLater } from '../../platform/auth/index.js';
import { Admission } from '../../platform/edge/admission.js';
import { isKnown } from '../../platform/edge/public-resource.js';
import { asSpeaker } from '../../platform/edge/speaker.js';
import { varies } from '../../platform/encoded-body.js';
import { Limits } from '../../platform/limits/index.js';
import { Followers } from '../../platform/realtime/index.js';
import { AttendanceService } from './attendance.service.js';
import { OwnWordsService } from './own-words.service.js';
import { SpeechService } from './speech.service.js';
import { NamesAsked } from './names-asked.js';
import { topicNameOf } from './topic-name.js';

const Said = SendMessage.omit({ topic: true });
const TakenBack = RetractMessage.omit({ topic: true });
const Reacted = AddReaction.omit({ topic: true });
const Hole = z.object({ epoch: z.string().min(1).max(40), after: z.coerce.number().int().min(0) });
const Page = z.object({ before: z.coerce.number().int().min(0).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

/** The same topics without a socket (E10): following, history, speaking. */
@Controller('api/v1')
@Everyone()
export class TopicsController {
  constructor(
    private readonly followers: Followers,
    private readonly speech: SpeechService,
    private readonly words: OwnWordsService,
    private readonly attendance: AttendanceService,
    private readonly limits: Limits,
    private readonly admission: Admission,
    private readonly names: NamesAsked,
  ) {}

  @Get('topics/:topic/snapshot')
  @Answers(Snapshot)
  async snapshot(
    @ViewerLater() viewerOf: () => Promise<Viewer>,
    @Param('topic') topic: string,
    @Headers('if-none-match') known: string | undefined,
    @Headers('accept-encoding') codings: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | string> {
    const { etag, body, isPublic } = await this.names.read(viewerOf, topic, (name) => this.followers.snapshot(viewerOf, name));
    void reply.headers({ etag, 'access-control-allow-origin': '*', 'cache-control': isPublic ? 'public, max-age=1' : 'private, no-store' });
    if (isKnown(known, etag)) {
      void reply.status(304).headers(varies);
      return '';
    }
    const { bytes, headers } = await body.formFor(codings);
    void reply.type('application/json; charset=utf-8').headers(headers);
    return bytes;
  }

  @Get('topics/:topic/frames')
  @Header('cache-control', 'private, no-store')
  @Header('access-control-allow-origin', '*')
  @Answers(FramesAnswer)
  frames(
    @ViewerLater() viewerOf: () => Promise<Viewer>,
    @Param('topic') topic: string,
    @Query({ schema: Hole }) hole: z.infer<typeof Hole>,
  ): Promise<FramesAnswer> {
    return this.names.read(viewerOf, topic, (name) => this.followers.frames(viewerOf, name, hole.epoch, hole.after));
  }

  @Get('topics/:topic/messages')
  @Header('cache-control', 'private, no-store')
  @Header('access-control-allow-origin', '*')
  @Answers(History)
  history(
    @ViewerLater() viewerOf: () => Promise<Viewer>,
    @Param('topic') topic: string,
    @Query({ schema: Page }) page: z.infer<typeof Page>,
  ): Promise<History> {
    return this.names.read(viewerOf, topic, (name) => this.followers.history(viewerOf, name, page.before, page.limit));
  }

  @Post('topics/:topic/messages')
  @HttpCode(200)
  @Answers(SentMessage)
  async send(
    @CurrentViewer() viewer: Viewer,
    @Param('topic') topic: string,
    @Body({ schema: Said }) said: z.infer<typeof Said>,
  ): Promise<SentMessage> {
    const speaker = asSpeaker(viewer);
    this.admission.admit(speaker);
    await this.limits.consume('message', speaker);
    return this.speech.send(speaker, { ...said, topic: topicNameOf(topic) });
  }

  /** One's own: a held message is withdrawn, a published one retracted. */
  @Post('topics/:topic/retractions')
  @HttpCode(200)
  @Answers(Nothing)
  async retract(
    @CurrentViewer() viewer: Viewer,
    @Param('topic') topic: string,
    @Body({ schema: TakenBack }) { id }: z.infer<typeof TakenBack>,
  ): Promise<Record<string, never>> {
    const speaker = asSpeaker(viewer);
    await this.limits.consume('retract', speaker);
    await this.words.retract(speaker, { topic: topicNameOf(topic), id });
    return {};
  }

  /** Only with a name: whoever is known by an address alone, which thousands may share, cannot be limited. */
  @Post('topics/:topic/reactions')
  @HttpCode(200)
  @Answers(Nothing)
  async react(
    @CurrentViewer() viewer: Viewer,
    @Param('topic') topic: string,
    @Body({ schema: Reacted }) reacted: z.infer<typeof Reacted>,
  ): Promise<Record<string, never>> {
    const speaker = asSpeaker(viewer);
    await this.limits.consume('reaction', speaker);
    await this.attendance.react(speaker, { ...reacted, topic: topicNameOf(topic) });
    return {};
  }

  @Get('topics/:topic/mine')
  @Header('cache-control', 'private, no-store')
  @Answers(Mine)
  mine(@CurrentViewer() viewer: Viewer, @Param('topic') topic: string): Promise<Mine> {
    return this.words.mine(asSpeaker(viewer), topicNameOf(topic));
  }

  @Post('watch')
  @HttpCode(200)
  @Answers(Nothing)
  async beat(@CurrentViewer() viewer: Viewer, @Body({ schema: WatchBeat }) beat: WatchBeat): Promise<Record<string, never>> {
    await this.limits.consume('beat', viewer);
    await this.attendance.beat(viewer, beat);
    return {};
  }
}
