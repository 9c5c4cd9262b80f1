import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { AskCode, BroughtCode, GivePhone, OwnPhone, SentCode, SignedIn } from '@yunhui/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers } from '../../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, type Viewer } from '../../../platform/auth/index.js';
import { deviceOf, SignInCookies } from '../sign-in-cookies.js';
import { PhoneSignInService } from './phone-sign-in.service.js';
import { PhonesService } from './phones.service.js';

/** A phone number of one's own, and signing in by it. */
@Controller('api/v1')
@Everyone()
export class PhonesController {
  constructor(
    private readonly phones: PhonesService,
    private readonly signIns: PhoneSignInService,
    private readonly cookies: SignInCookies,
  ) {}

  @Get('me/phone')
  @Answers(OwnPhone)
  read(@CurrentViewer() viewer: Viewer): Promise<OwnPhone> {
    return this.phones.of(viewer);
  }

  @Put('me/phone')
  @Answers(SentCode)
  give(@CurrentViewer() viewer: Viewer, @Body({ schema: GivePhone }) given: GivePhone): Promise<SentCode> {
    return this.phones.give(viewer, given);
  }

  @Post('me/phone/confirm')
  @HttpCode(200)
  @Answers(OwnPhone)
  confirm(@CurrentViewer() viewer: Viewer, @Body({ schema: BroughtCode }) brought: BroughtCode): Promise<OwnPhone> {
    return this.phones.confirm(viewer, brought);
  }

  @Delete('me/phone')
  @Answers(OwnPhone)
  forget(@CurrentViewer() viewer: Viewer): Promise<OwnPhone> {
    return this.phones.forget(viewer);
  }

  @Post('phones/codes')
  @HttpCode(200)
  @Answers(SentCode)
  askCode(@CurrentViewer() viewer: Viewer, @Body({ schema: AskCode }) { phone }: AskCode): Promise<SentCode> {
    return this.signIns.askCode(viewer, phone);
  }

  @Post('phones/sign-in')
  @HttpCode(200)
  @Answers(SignedIn)
  async signIn(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: BroughtCode }) brought: BroughtCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    return this.cookies.keep(await this.signIns.signIn(viewer, brought, deviceOf(request)), reply);
  }
}
