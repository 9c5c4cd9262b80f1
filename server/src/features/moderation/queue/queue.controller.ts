import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  BurstDecided,
  ClaimHold,
  DecideBurst,
  DecideHold,
  QueueFilter,
  QueueItem,
  QueuePage,
  TopicName,
  UndoBurst,
  UndoVerdict,
} from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { BurstsService } from './verdicts/bursts.service.js';
import { ClaimsService } from './verdicts/claims.service.js';
import { QueueService } from './queue.service.js';
import { UndoService } from './verdicts/undo.service.js';
import { VerdictsService } from './verdicts/verdicts.service.js';

const HoldId = z.uuid();
const BurstId = z.string().min(1).max(64);
const ids = z.array(HoldId).min(1).max(100);
const Asked = z.object({
  scope: z.string().max(64).optional(),
  cursor: z.string().max(400).optional(),
  filter: QueueFilter.default('all'),
  q: z.string().trim().max(100).optional(),
  topic: TopicName.optional(),
  ids: z
    .string()
    .max(4_000)
    .transform((list) => list.split(','))
    .pipe(ids)
    .optional(),
});
type Asked = z.infer<typeof Asked>;

/** The moderators' queue: reading it, and deciding. The services ask whether the grant covers the item's region, which the path does not name. */
@Controller('api/v1/moderation')
export class QueueController {
  constructor(
    private readonly queue: QueueService,
    private readonly claims: ClaimsService,
    private readonly verdicts: VerdictsService,
    private readonly undos: UndoService,
    private readonly bursts: BurstsService,
  ) {}

  @Get('holds')
  @Allow('read', 'Queue')
  @Answers(QueuePage)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Asked }) { ids: these, ...asked }: Asked): Promise<QueuePage> {
    return these ? this.queue.these(viewer, these, asked.scope) : this.queue.page(viewer, asked);
  }

  @Post('holds/:id/claim')
  @Allow('decide', 'Queue')
  @HttpCode(200)
  @Answers(QueueItem)
  claim(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: HoldId }) id: string,
    @Body({ schema: ClaimHold }) { take }: z.infer<typeof ClaimHold>,
  ): Promise<QueueItem> {
    return this.claims.claim(viewer, id, take);
  }

  @Delete('holds/:id/claim')
  @Allow('decide', 'Queue')
  @Answers(QueueItem)
  release(@CurrentViewer() viewer: Viewer, @Param('id', { schema: HoldId }) id: string): Promise<QueueItem> {
    return this.claims.release(viewer, id);
  }

  @Post('holds/:id/verdict')
  @Allow('decide', 'Queue')
  @HttpCode(200)
  @Answers(QueueItem)
  decide(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: HoldId }) id: string,
    @Body({ schema: DecideHold }) verdict: DecideHold,
  ): Promise<QueueItem> {
    return this.verdicts.decide(viewer, id, verdict);
  }

  @Post('holds/:id/undo')
  @Allow('decide', 'Queue')
  @HttpCode(200)
  @Answers(QueueItem)
  undo(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: HoldId }) id: string,
    @Body({ schema: UndoVerdict }) { version }: z.infer<typeof UndoVerdict>,
  ): Promise<QueueItem> {
    return this.undos.undo(viewer, id, version);
  }

  @Post('bursts/:id/verdict')
  @Allow('decide', 'Queue')
  @HttpCode(200)
  @Answers(BurstDecided)
  decideBurst(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: BurstId }) id: string,
    @Body({ schema: DecideBurst }) verdict: DecideBurst,
  ): Promise<BurstDecided> {
    return this.bursts.decide(viewer, id, verdict);
  }

  @Post('bursts/:id/undo')
  @Allow('decide', 'Queue')
  @HttpCode(200)
  @Answers(BurstDecided)
  undoBurst(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: BurstId }) id: string,
    @Body({ schema: UndoBurst }) { verdict }: z.infer<typeof UndoBurst>,
  ): Promise<BurstDecided> {
    return this.bursts.undo(viewer, id, verdict);
  }
}
