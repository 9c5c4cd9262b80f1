import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { OneTimeToken, Recover, ShownInvitation, ShownRecovery, SignedIn, SignUp } from '@yunhui/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers } from '../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, networkOf, type Viewer } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import { Limits } from '../../platform/limits/index.js';
import { AccountsService, deviceOf, SignInCookies } from '../accounts/index.js';
import { InvitationsService } from './invitations.service.js';
import { RecoveriesService } from './recoveries.service.js';

/** What somebody does who holds a link that is good once. The token comes in the body: paths are written into logs. */
@Controller('api/v1')
@Everyone()
export class LinksController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly recoveries: RecoveriesService,
    private readonly accounts: AccountsService,
    private readonly cookies: SignInCookies,
    private readonly limits: Limits,
  ) {}

  @Post('invitations/look')
  @HttpCode(200)
  @Answers(ShownInvitation)
  async lookAtInvitation(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: OneTimeToken }) { token }: OneTimeToken,
  ): Promise<ShownInvitation> {
    await this.takeTurn(viewer);
    return this.invitations.look(token);
  }

  @Post('invitations/sign-up')
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

  @Post('invitations/join')
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

  @Post('recovery/look')
  @HttpCode(200)
  @Answers(ShownRecovery)
  async lookAtRecovery(@CurrentViewer() viewer: Viewer, @Body({ schema: OneTimeToken }) { token }: OneTimeToken): Promise<ShownRecovery> {
    await this.takeTurn(viewer);
    return this.recoveries.look(token);
  }

  @Post('recovery')
  @HttpCode(200)
  @Answers(SignedIn)
  async recover(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: Recover }) wanted: Recover,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    await this.takeTurn(viewer);
    const user = await this.recoveries.recover(wanted);
    return this.cookies.keep(await this.accounts.enter(viewer, user, deviceOf(request)), reply);
  }

  private async takeTurn(viewer: Viewer): Promise<void> {
    await this.limits.consume('one-time-link', { ...viewer, address: networkOf(viewer.address) });
  }
}
