import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { AskChange, ChangeProgramme, DeclineChange, Filing, GrantChange, RecallChange, Review } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { ChangeDecisionsService } from './change-decisions.service.js';
import { ChangeRequestsService } from './requests.service.js';

const Id = z.uuid();

/** What becomes of an activity once it is on the programme. A grant anywhere opens the door; the services ask whether it covers the filing. */
@Controller('api/v1')
export class ChangesController {
  constructor(
    private readonly requests: ChangeRequestsService,
    private readonly decisions: ChangeDecisionsService,
  ) {}

  @Post('filings/:id/changes')
  @Allow('write', 'Filing')
  @HttpCode(200)
  @Answers(Filing)
  ask(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AskChange }) wanted: AskChange,
  ): Promise<Filing> {
    return this.requests.ask(viewer, id, wanted);
  }

  @Post('filings/:id/changes/recall')
  @Allow('write', 'Filing')
  @HttpCode(200)
  @Answers(Filing)
  recall(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RecallChange }) { version }: RecallChange,
  ): Promise<Filing> {
    return this.requests.recall(viewer, id, version);
  }

  @Post('reviews/:id/change/grant')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(Review)
  grant(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: GrantChange }) { version }: GrantChange,
  ): Promise<Review> {
    return this.decisions.grant(viewer, id, version);
  }

  @Post('reviews/:id/change/decline')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(Review)
  decline(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DeclineChange }) wanted: DeclineChange,
  ): Promise<Review> {
    return this.decisions.decline(viewer, id, wanted);
  }

  @Post('reviews/:id/programme')
  @Allow('read', 'Desk')
  @HttpCode(200)
  @Answers(Review)
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangeProgramme }) wanted: ChangeProgramme,
  ): Promise<Review> {
    return this.decisions.change(viewer, id, wanted);
  }
}
