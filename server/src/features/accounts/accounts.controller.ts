import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { BecomeGuest, Me, OwnSignIns, SignIn, SignedIn } from '@yunhui/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, Nothing } from '../../platform/api-docs/index.js';
import { Authenticator, CurrentViewer, Everyone, type Viewer } from '../../platform/auth/index.js';
import { AccountsService } from './accounts.service.js';
import { deviceOf, SignInCookies } from './sign-in-cookies.js';

const SignInId = z.uuid();

/** Becoming somebody: the routes that set and clear the one cookie. */
@Controller('api/v1')
@Everyone()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly authenticator: Authenticator,
    private readonly cookies: SignInCookies,
  ) {}

  @Post('guests')
  @Answers(SignedIn, { status: 201 })
  async becomeGuest(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: BecomeGuest }) wanted: BecomeGuest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    return this.cookies.keep(await this.accounts.becomeGuest(viewer, wanted, deviceOf(request)), reply);
  }

  @Post('sign-in')
  @HttpCode(200)
  @Answers(SignedIn)
  async signIn(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: SignIn }) credentials: z.infer<typeof SignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    return this.cookies.keep(await this.accounts.signIn(viewer, credentials, deviceOf(request)), reply);
  }

  @Post('sign-out')
  @HttpCode(200)
  @Answers(Nothing)
  async signOut(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, never>> {
    await this.accounts.signOut(viewer);
    const { name, options } = this.authenticator.cookie;
    void reply.clearCookie(name, options);
    return {};
  }

  @Post('ticket')
  @HttpCode(200)
  @Answers(SignedIn)
  freshTicket(@CurrentViewer() viewer: Viewer): Promise<SignedIn> {
    return this.accounts.freshTicket(viewer);
  }

  @Get('me')
  @Answers(Me)
  me(@CurrentViewer() { user }: Viewer): Me {
    return user ? { user } : {};
  }

  @Get('me/sign-ins')
  @Answers(OwnSignIns)
  async signIns(@CurrentViewer() viewer: Viewer): Promise<OwnSignIns> {
    return { items: await this.accounts.signInsOf(viewer) };
  }

  @Delete('me/sign-ins')
  @Answers(Nothing)
  async endOtherSignIns(@CurrentViewer() viewer: Viewer): Promise<Record<string, never>> {
    await this.accounts.endOtherSignIns(viewer);
    return {};
  }

  @Delete('me/sign-ins/:id')
  @Answers(Nothing)
  async endSignIn(@CurrentViewer() viewer: Viewer, @Param('id', { schema: SignInId }) id: string): Promise<Record<string, never>> {
    await this.accounts.endSignIn(viewer, id);
    return {};
  }
}
