import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ExceptRegion,
  LiftSanction,
  PersonFile,
  PlaceSanction,
  RegionKey,
  RetractedMessages,
  RetractMessages,
  Sanction,
  SanctionPage,
  SanctionState,
  UndoSanction,
} from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { LiftingService } from './lifting.service.js';
import { PeopleService } from './people.service.js';
import { RetractingService } from './retracting.service.js';
import { SanctionsService } from './sanctions.service.js';

const Id = z.uuid();
const Asked = z.object({
  scope: z.string().max(32).optional(),
  user: z.uuid().optional(),
  state: SanctionState.optional(),
  cursor: z.string().max(200).optional(),
});

/** What moderators do about people. The services ask whether the grant covers the region, which the body or the row names. */
@Controller('api/v1/moderation')
export class SanctionsController {
  constructor(
    private readonly sanctions: SanctionsService,
    private readonly lifting: LiftingService,
    private readonly people: PeopleService,
    private readonly retracting: RetractingService,
  ) {}

  @Get('people/:user')
  @Allow('read', 'Person')
  @Header('cache-control', 'private, no-store')
  @Answers(PersonFile)
  file(@CurrentViewer() viewer: Viewer, @Param('user', { schema: Id }) user: string): Promise<PersonFile> {
    return this.people.file(viewer, user);
  }

  @Get('sanctions')
  @Allow('read', 'Person')
  @Header('cache-control', 'private, no-store')
  @Answers(SanctionPage)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Asked }) asked: z.infer<typeof Asked>): Promise<SanctionPage> {
    return this.people.list(viewer, asked);
  }

  @Post('sanctions')
  @Allow('sanction', 'Person')
  @HttpCode(200)
  @Answers(Sanction)
  place(@CurrentViewer() viewer: Viewer, @Body({ schema: PlaceSanction }) wanted: PlaceSanction): Promise<Sanction> {
    return this.sanctions.place(viewer, wanted);
  }

  @Delete('sanctions/:id')
  @Allow('sanction', 'Person')
  @Answers(Sanction)
  lift(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: LiftSanction }) wanted: LiftSanction,
  ): Promise<Sanction> {
    return this.lifting.lift(viewer, id, wanted);
  }

  @Post('sanctions/:id/undo')
  @Allow('sanction', 'Person')
  @HttpCode(200)
  @Answers(Sanction)
  undo(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: UndoSanction }) { version }: z.infer<typeof UndoSanction>,
  ): Promise<Sanction> {
    return this.lifting.undo(viewer, id, version);
  }

  @Post('sanctions/:id/exceptions')
  @Allow('sanction', 'Person')
  @HttpCode(200)
  @Answers(Sanction)
  except(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ExceptRegion }) wanted: ExceptRegion,
  ): Promise<Sanction> {
    return this.lifting.except(viewer, id, wanted);
  }

  @Delete('sanctions/:id/exceptions/:region')
  @Allow('sanction', 'Person')
  @Answers(Sanction)
  include(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Param('region', { schema: RegionKey }) region: string,
  ): Promise<Sanction> {
    return this.lifting.include(viewer, id, region);
  }

  @Post('retractions')
  @Allow('moderate', 'Room')
  @HttpCode(200)
  @Answers(RetractedMessages)
  retract(@CurrentViewer() viewer: Viewer, @Body({ schema: RetractMessages }) wanted: RetractMessages): Promise<RetractedMessages> {
    return this.retracting.retract(viewer, wanted);
  }
}
