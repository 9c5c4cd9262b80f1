import { Body, Controller, Param, Put } from '@nestjs/common';
import { CancelSession, MoveSession, Session, SignalSession } from '@yunhui/contracts';
import { Answers } from '../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../platform/auth/index.js';
import { SessionChangesService } from './session-changes.service.js';

/** The service asks whether the grant covers the session's channel, which the path does not name: its region, or for a host its unit. */
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(private readonly changes: SessionChangesService) {}

  @Put(':id/slot')
  @Allow('plan', 'Schedule')
  @Answers(Session)
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Body({ schema: MoveSession }) wanted: MoveSession,
  ): Promise<Session> {
    return this.changes.move(viewer, id, wanted);
  }

  @Put(':id/cancellation')
  @Allow('plan', 'Schedule')
  @Answers(Session)
  async cancel(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Body({ schema: CancelSession }) wanted: CancelSession,
  ): Promise<Session> {
    return this.changes.cancel(viewer, id, wanted);
  }

  @Put(':id/signal')
  @Allow('signal', 'Schedule')
  @Answers(Session)
  async signal(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Body({ schema: SignalSession }) wanted: SignalSession,
  ): Promise<Session> {
    return this.changes.signal(viewer, id, wanted);
  }
}
