import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { AnsweredIdentity, AnswerIdentity, BeginIdentity, BegunIdentity, OwnIdentity } from '@yunhui/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers } from '../../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, type Viewer } from '../../../platform/auth/index.js';
import { deviceOf, SignInCookies } from '../sign-in-cookies.js';
import { IdentitiesService } from './identities.service.js';
import { IdentityCookie } from './identity-cookie.js';
import { IdentitySignInService } from './identity-sign-in.service.js';

/** Signing in by a provider, and whose account that is. */
@Controller('api/v1')
@Everyone()
export class IdentitiesController {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly signIns: IdentitySignInService,
    private readonly cookie: IdentityCookie,
    private readonly signInCookies: SignInCookies,
  ) {}

  @Get('me/identity')
  @Answers(OwnIdentity)
  read(@CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest): Promise<OwnIdentity> {
    return this.identities.of(viewer, this.cookie.in(request));
  }

  @Post('identities/begin')
  @HttpCode(200)
  @Answers(BegunIdentity)
  async begin(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: BeginIdentity }) wanted: BeginIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BegunIdentity> {
    const { url, token } = await this.signIns.begin(viewer, wanted);
    this.cookie.keep(token, reply);
    return { url };
  }

  /** The page that the provider sends people back to asks this: what changes something is a POST from a page of ours. */
  @Post('identities/answer')
  @HttpCode(200)
  @Answers(AnsweredIdentity)
  async answer(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: AnswerIdentity }) { query }: AnswerIdentity,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnsweredIdentity> {
    const { answered, token, pending } = await this.signIns.answer(viewer, this.cookie.in(request), query, deviceOf(request));
    if (pending === undefined) this.cookie.drop(reply);
    else this.cookie.keep(pending, reply);
    if (answered.signedIn && token !== undefined) this.signInCookies.keep({ signedIn: answered.signedIn, token }, reply);
    return answered;
  }

  @Post('me/identity')
  @HttpCode(200)
  @Answers(OwnIdentity)
  async link(
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnIdentity> {
    await this.identities.linkPending(viewer, this.cookie.in(request));
    this.cookie.drop(reply);
    return this.identities.of(viewer, undefined);
  }

  @Delete('me/identity')
  @Answers(OwnIdentity)
  async unlink(@CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest): Promise<OwnIdentity> {
    await this.identities.unlink(viewer);
    return this.identities.of(viewer, this.cookie.in(request));
  }

  @Delete('me/identity/pending')
  @Answers(OwnIdentity)
  async drop(
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnIdentity> {
    await this.identities.dropPending(this.cookie.in(request));
    this.cookie.drop(reply);
    return this.identities.of(viewer, undefined);
  }
}
