import { Body, Controller, Delete, Get, Header, Put } from '@nestjs/common';
import { ChooseMail, GiveAddress, MailSettings } from '@yunhui/contracts';
import { Answers } from '../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, type Viewer } from '../../platform/auth/index.js';
import { MailSettingsService } from './mail-settings.service.js';

/** Where one is written to: every account's own. */
@Controller('api/v1/me/mail')
@Everyone()
export class MailSettingsController {
  constructor(private readonly settings: MailSettingsService) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers(MailSettings)
  read(@CurrentViewer() viewer: Viewer): Promise<MailSettings> {
    return this.settings.of(viewer);
  }

  @Put('address')
  @Answers(MailSettings)
  give(@CurrentViewer() viewer: Viewer, @Body({ schema: GiveAddress }) given: GiveAddress): Promise<MailSettings> {
    return this.settings.give(viewer, given);
  }

  @Put('kinds')
  @Answers(MailSettings)
  choose(@CurrentViewer() viewer: Viewer, @Body({ schema: ChooseMail }) chosen: ChooseMail): Promise<MailSettings> {
    return this.settings.choose(viewer, chosen);
  }

  @Delete('address')
  @Answers(MailSettings)
  forget(@CurrentViewer() viewer: Viewer): Promise<MailSettings> {
    return this.settings.forget(viewer);
  }
}
