import { Body, Controller, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { SaveSupplement, StepSupplement, Supplement, UnlockSupplement, WorkerList } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { SupplementReviewsService } from './supplement-reviews.service.js';
import { SupplementsService } from './supplements.service.js';

const Id = z.uuid();

/** 补录. A grant anywhere opens the door; the services ask whether it covers the filing. */
@Controller('api/v1')
export class SupplementsController {
  constructor(
    private readonly supplements: SupplementsService,
    private readonly reviews: SupplementReviewsService,
  ) {}

  @Get('filings/:id/supplement')
  @Allow('write', 'Filing')
  @Header('cache-control', 'private, no-store')
  @Answers(Supplement)
  read(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<Supplement> {
    return this.supplements.read(viewer, id);
  }

  @Put('filings/:id/supplement')
  @Allow('write', 'Filing')
  @Answers(Supplement)
  save(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveSupplement }) kept: SaveSupplement,
  ): Promise<Supplement> {
    return this.supplements.save(viewer, id, kept);
  }

  @Post('filings/:id/supplement/hand-in')
  @Allow('write', 'Filing')
  @HttpCode(200)
  @Answers(Supplement)
  handIn(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepSupplement }) wanted: StepSupplement,
  ): Promise<Supplement> {
    return this.supplements.handIn(viewer, id, wanted);
  }

  @Post('filings/:id/supplement/reopen')
  @Allow('write', 'Filing')
  @HttpCode(200)
  @Answers(Supplement)
  reopen(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepSupplement }) wanted: StepSupplement,
  ): Promise<Supplement> {
    return this.supplements.reopen(viewer, id, wanted);
  }

  @Get('reviews/:id/supplement')
  @Allow('read', 'Desk')
  @Header('cache-control', 'private, no-store')
  @Answers(Supplement)
  reviewed(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<Supplement> {
    return this.reviews.read(viewer, id);
  }

  @Post('reviews/:id/supplement/workers')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @Answers(WorkerList)
  workers(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<WorkerList> {
    return this.reviews.workers(viewer, id);
  }

  @Post('reviews/:id/supplement/unlock')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(Supplement)
  unlock(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: UnlockSupplement }) wanted: UnlockSupplement,
  ): Promise<Supplement> {
    return this.reviews.unlock(viewer, id, wanted);
  }
}
