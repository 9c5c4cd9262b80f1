import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { OneTimeToken, ShownAppointment, ShownSetup, SignedIn, SignUp } from '@yunhui/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers } from '../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, networkOf, type Viewer } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import { Limits } from '../../platform/limits/index.js';
import { AccountsService, deviceOf, SignInCookies } from '../accounts/index.js';
import { FirstOperator } from './first-operator.service.js';
import { RoleInvitationsService } from './role-invitations.service.js';

/** What somebody does who holds a link to a role. The token comes in the body: paths are written into logs. */
@Controller('api/v1')
@Everyone()
export class AppointmentsController {
  constructor(
    private readonly invitations: RoleInvitationsService,
    private readonly first: FirstOperator,
    private readonly accounts: AccountsService,
    private readonly cookies: SignInCookies,
    private readonly limits: Limits,
  ) {}

  @Post('appointments/look')
  @HttpCode(200)
  @Answers(ShownAppointment)
  async look(@CurrentViewer() viewer: Viewer, @Body({ schema: OneTimeToken }) { token }: OneTimeToken): Promise<ShownAppointment> {
    await this.takeTurn(viewer);
    return this.invitations.look(token);
  }

  @Post('appointments/sign-up')
  @HttpCode(201)
  @Answers(SignedIn, { status: 201 })
  async signUp(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: SignUp }) wanted: SignUp,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    await this.takeTurn(viewer);
    const user = await this.invitations.signUp(wanted);
    return this.cookies.keep(await this.accounts.enter(viewer, user, deviceOf(request)), reply);
  }

  @Post('appointments/join')
  @HttpCode(200)
  @Answers(SignedIn)
  async join(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: OneTimeToken }) { token }: OneTimeToken,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    await this.takeTurn(viewer);
    if (!viewer.user) throw new HubError('ticket.missing');
    await this.invitations.join(viewer.user, token);
    return this.cookies.keep(await this.accounts.renew(viewer, deviceOf(request)), reply);
  }

  @Post('setup/look')
  @HttpCode(200)
  @Answers(ShownSetup)
  async lookAtSetup(@CurrentViewer() viewer: Viewer, @Body({ schema: OneTimeToken }) { token }: OneTimeToken): Promise<ShownSetup> {
    await this.takeTurn(viewer);
    return this.first.look(token);
  }

  @Post('setup')
  @HttpCode(201)
  @Answers(SignedIn, { status: 201 })
  async setUp(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: SignUp }) wanted: SignUp,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    await this.takeTurn(viewer);
    const user = await this.first.setUp(wanted);
    return this.cookies.keep(await this.accounts.enter(viewer, user, deviceOf(request)), reply);
  }

  private async takeTurn(viewer: Viewer): Promise<void> {
    await this.limits.consume('one-time-link', { ...viewer, address: networkOf(viewer.address) });
  }
}
