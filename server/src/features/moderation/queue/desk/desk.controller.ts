import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { HoldContext, QueueNote, QueueNotes, QueueRooms, WriteNote } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../../platform/auth/index.js';
import { DeskService } from './desk.service.js';
import { RoomsService } from './rooms.service.js';

const HoldId = z.uuid();
const Scope = z.object({ scope: z.string().max(64).optional() });
const NotesPage = Scope.extend({ cursor: z.uuid().optional() });
const OneScope = z.object({ scope: z.string().max(64) });

/** What moderators read beside the queue: contexts, rooms, and notes for handing over. */
@Controller('api/v1/moderation')
export class DeskController {
  constructor(
    private readonly desk: DeskService,
    private readonly rooms: RoomsService,
  ) {}

  @Get('holds/:id/context')
  @Allow('read', 'Queue')
  @Answers(HoldContext)
  context(@CurrentViewer() viewer: Viewer, @Param('id', { schema: HoldId }) id: string): Promise<HoldContext> {
    return this.desk.contextOf(viewer, id);
  }

  @Get('rooms')
  @Allow('read', 'Queue')
  @Answers(QueueRooms)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Scope }) { scope }: z.infer<typeof Scope>): Promise<QueueRooms> {
    return this.rooms.list(viewer, scope);
  }

  @Get('notes')
  @Allow('read', 'Queue')
  @Answers(QueueNotes)
  notes(@CurrentViewer() viewer: Viewer, @Query({ schema: NotesPage }) { scope, cursor }: z.infer<typeof NotesPage>): Promise<QueueNotes> {
    return this.desk.notes(viewer, scope, cursor);
  }

  @Post('notes')
  @Allow('decide', 'Queue')
  @HttpCode(201)
  @Answers(QueueNote, { status: 201 })
  write(
    @CurrentViewer() viewer: Viewer,
    @Query({ schema: OneScope }) { scope }: z.infer<typeof OneScope>,
    @Body({ schema: WriteNote }) note: WriteNote,
  ): Promise<QueueNote> {
    return this.desk.write(viewer, scope, note);
  }
}
