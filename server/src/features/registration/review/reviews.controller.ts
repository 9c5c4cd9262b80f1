import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApprovedFilings,
  ApproveFiling,
  ApproveFilings,
  ClaimReview,
  ObjectToFiling,
  RecordHistory,
  ReturnFiling,
  Review,
  ReviewPage,
  ReviewScores,
  UndoReview,
} from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { BulkService } from './bulk.service.js';
import { DecisionsService } from './decisions.service.js';
import { RecordHistoryService } from './record-history.service.js';
import { ReviewsService } from './reviews.service.js';
import { ScoresService } from './scores.service.js';

const Id = z.uuid();
const Page = z.object({ cursor: z.string().max(400).optional() });
/** Without a scope: what waits for whoever asks. With one: all that was handed in there and below. */
const Asked = Page.extend({ scope: z.string().max(64).optional() });

/** 审核台. A grant anywhere opens the door; the services ask whether it covers the filing, which the path does not name. */
@Controller('api/v1/reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly decisions: DecisionsService,
    private readonly scores: ScoresService,
    private readonly bulk: BulkService,
    private readonly history: RecordHistoryService,
  ) {}

  @Get()
  @Allow('read', 'Desk')
  @Header('cache-control', 'private, no-store')
  @Answers(ReviewPage)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Asked }) { scope, cursor }: z.infer<typeof Asked>): Promise<ReviewPage> {
    return scope === undefined ? this.reviews.waiting(viewer, cursor) : this.reviews.ofSubtree(viewer, scope, cursor);
  }

  @Post('approvals')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(ApprovedFilings)
  approveSeveral(@CurrentViewer() viewer: Viewer, @Body({ schema: ApproveFilings }) wanted: ApproveFilings): Promise<ApprovedFilings> {
    return this.bulk.approve(viewer, wanted);
  }

  @Get(':id')
  @Allow('read', 'Desk')
  @Header('cache-control', 'private, no-store')
  @Answers(Review)
  read(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<Review> {
    return this.reviews.read(viewer, id);
  }

  @Get(':id/history')
  @Allow('read', 'Desk')
  @Header('cache-control', 'private, no-store')
  @Answers(RecordHistory)
  readHistory(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Page }) { cursor }: z.infer<typeof Page>,
  ): Promise<RecordHistory> {
    return this.history.of(viewer, id, cursor);
  }

  @Post(':id/claim')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(Review)
  claim(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ClaimReview }) wanted: ClaimReview,
  ): Promise<Review> {
    return this.decisions.claim(viewer, id, wanted);
  }

  @Post(':id/approve')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(Review)
  approve(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ApproveFiling }) wanted: ApproveFiling,
  ): Promise<Review> {
    return this.decisions.approve(viewer, id, wanted);
  }

  @Post(':id/return')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(Review)
  return(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReturnFiling }) wanted: ReturnFiling,
  ): Promise<Review> {
    return this.decisions.return(viewer, id, wanted);
  }

  @Post(':id/object')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(Review)
  object(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ObjectToFiling }) wanted: ObjectToFiling,
  ): Promise<Review> {
    return this.decisions.object(viewer, id, wanted);
  }

  @Post(':id/undo')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(Review)
  undo(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: UndoReview }) { version }: UndoReview,
  ): Promise<Review> {
    return this.decisions.undo(viewer, id, version);
  }

  @Put(':id/scores')
  @Allow('decide', 'Desk')
  @Answers(Review)
  score(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReviewScores }) scores: ReviewScores,
  ): Promise<Review> {
    return this.scores.put(viewer, id, scores);
  }
}
