import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ConfirmedMail, MailState, OneTimeToken, SentAgain, SentMailPage } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers, Nothing } from '../../platform/api-docs/index.js';
import { Allow, CurrentViewer, Everyone, networkOf, type Viewer } from '../../platform/auth/index.js';
import { Limits } from '../../platform/limits/index.js';
import { MailDeskService } from './mail-desk.service.js';
import { MailSettingsService } from './mail-settings.service.js';

const Page = z.object({ state: MailState.optional(), cursor: z.string().max(400).optional() });
/** In the address, because a mailbox that ends mail by itself (RFC 8058) sends a body of its own. */
const Ending = z.object({ token: z.string().max(200) });

/** What somebody does who holds a link out of a mail, and whether mail arrives. */
@Controller('api/v1/mail')
export class MailController {
  constructor(
    private readonly settings: MailSettingsService,
    private readonly desk: MailDeskService,
    private readonly limits: Limits,
  ) {}

  @Post('confirm')
  @Everyone()
  @HttpCode(200)
  @Answers(ConfirmedMail)
  async confirm(@CurrentViewer() viewer: Viewer, @Body({ schema: OneTimeToken }) { token }: OneTimeToken): Promise<ConfirmedMail> {
    await this.limits.consume('one-time-link', { ...viewer, address: networkOf(viewer.address) });
    return this.settings.confirm(token);
  }

  @Post('end')
  @Everyone()
  @HttpCode(200)
  @Answers(Nothing)
  async end(@CurrentViewer() viewer: Viewer, @Query({ schema: Ending }) { token }: z.infer<typeof Ending>): Promise<Record<string, never>> {
    await this.limits.consume('one-time-link', { ...viewer, address: networkOf(viewer.address) });
    await this.settings.end(token);
    return {};
  }

  @Get()
  @Allow('read', 'Operations')
  @Header('cache-control', 'private, no-store')
  @Answers(SentMailPage)
  page(@CurrentViewer() viewer: Viewer, @Query({ schema: Page }) wanted: z.infer<typeof Page>): Promise<SentMailPage> {
    return this.desk.page(viewer, wanted);
  }

  @Post('send-dead')
  @Allow('steer', 'Operations')
  @HttpCode(202)
  @Answers(SentAgain, { status: 202 })
  sendDeadAgain(@CurrentViewer() viewer: Viewer): Promise<SentAgain> {
    return this.desk.sendDeadAgain(viewer);
  }

  @Post(':id/send')
  @Allow('steer', 'Operations')
  @HttpCode(202)
  @Answers(Nothing, { status: 202 })
  async sendAgain(@CurrentViewer() viewer: Viewer, @Param('id', { schema: z.uuid() }) id: string): Promise<Record<string, never>> {
    await this.desk.sendAgain(viewer, id);
    return {};
  }
}
