import { Body, Controller, Get, Header, Param, Put, Query } from '@nestjs/common';
import { ChangeLinks, HostedSession, HostedSessions, HostedSessionsQuery } from '@yunhui/contracts';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { HostingService } from './hosting.service.js';

/** Hosts and the links of their sessions. The service narrows what a grant opens to the channels that it covers. */
@Controller('api/v1')
@Allow('bring', 'Link')
export class HostingController {
  constructor(private readonly hosting: HostingService) {}

  @Get('host/sessions')
  @Header('cache-control', 'private, no-store')
  @Answers(HostedSessions)
  sessions(@CurrentViewer() viewer: Viewer, @Query({ schema: HostedSessionsQuery }) wanted: HostedSessionsQuery): Promise<HostedSessions> {
    return this.hosting.sessions(viewer, wanted);
  }

  @Get('host/sessions/:id')
  @Header('cache-control', 'private, no-store')
  @Answers(HostedSession)
  session(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<HostedSession> {
    return this.hosting.session(viewer, id);
  }

  @Put('sessions/:id/links')
  @Answers(HostedSession)
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Body({ schema: ChangeLinks }) wanted: ChangeLinks,
  ): Promise<HostedSession> {
    return this.hosting.change(viewer, id, wanted);
  }
}
