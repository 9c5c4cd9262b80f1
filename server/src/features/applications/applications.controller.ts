import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  ApplicationState,
  ApplyForUnit,
  ApproveApplication,
  BecomeApplicant,
  CorrectApplication,
  DeclineApplication,
  DeskApplication,
  DeskApplications,
  OwnApplications,
  SignedIn,
  UnitApplication,
} from '@yunhui/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers } from '../../platform/api-docs/index.js';
import { Allow, CurrentViewer, Everyone, networkOf, type Viewer } from '../../platform/auth/index.js';
import { Limits } from '../../platform/limits/index.js';
import { AccountsService, deviceOf, SignInCookies } from '../accounts/index.js';
import { ApplicationDeskService } from './application-desk.service.js';
import { ApplicationsService } from './applications.service.js';

const Id = z.uuid();
const Asked = z.object({ state: ApplicationState.default('waiting') });

/** Units that the registry does not have: who asks for one, and who decides. A grant anywhere opens the door; the services ask for its scope. */
@Controller('api/v1')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly desk: ApplicationDeskService,
    private readonly accounts: AccountsService,
    private readonly cookies: SignInCookies,
    private readonly limits: Limits,
  ) {}

  @Post('applicants')
  @Everyone()
  @HttpCode(201)
  @Answers(SignedIn, { status: 201 })
  async becomeApplicant(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: BecomeApplicant }) wanted: BecomeApplicant,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    await this.limits.consume('applicant', { ...viewer, address: networkOf(viewer.address) });
    const user = await this.applications.becomeApplicant(wanted);
    return this.cookies.keep(await this.accounts.enter(viewer, user, deviceOf(request)), reply);
  }

  @Get('unit-applications/mine')
  @Allow('write', 'Filing')
  @Header('cache-control', 'private, no-store')
  @Answers(OwnApplications)
  mine(@CurrentViewer() viewer: Viewer): Promise<OwnApplications> {
    return this.applications.mine(viewer);
  }

  @Post('unit-applications')
  @Allow('write', 'Filing')
  @HttpCode(201)
  @Answers(UnitApplication, { status: 201 })
  apply(@CurrentViewer() viewer: Viewer, @Body({ schema: ApplyForUnit }) wanted: ApplyForUnit): Promise<UnitApplication> {
    return this.applications.apply(viewer, wanted);
  }

  @Put('unit-applications/:id')
  @Allow('write', 'Filing')
  @Answers(UnitApplication)
  correct(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CorrectApplication }) wanted: CorrectApplication,
  ): Promise<UnitApplication> {
    return this.applications.correct(viewer, id, wanted);
  }

  @Get('unit-applications')
  @Allow('read', 'Desk')
  @Header('cache-control', 'private, no-store')
  @Answers(DeskApplications)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Asked }) { state }: z.infer<typeof Asked>): Promise<DeskApplications> {
    return this.desk.list(viewer, state);
  }

  @Post('unit-applications/:id/approve')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(DeskApplication)
  approve(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ApproveApplication }) wanted: ApproveApplication,
  ): Promise<DeskApplication> {
    return this.desk.approve(viewer, id, wanted);
  }

  @Post('unit-applications/:id/decline')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(DeskApplication)
  decline(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DeclineApplication }) wanted: DeclineApplication,
  ): Promise<DeskApplication> {
    return this.desk.decline(viewer, id, wanted);
  }
}
