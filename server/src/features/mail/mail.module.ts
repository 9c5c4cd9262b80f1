import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/index.js';
import { MailAddressesRepository } from './mail-addresses.repository.js';
import { MailDeskService } from './mail-desk.service.js';
import { MailLinks } from './mail-links.js';
import { MailSettingsController } from './mail-settings.controller.js';
import { MailSettingsService } from './mail-settings.service.js';
import { MailController } from './mail.controller.js';
import { MailProcessor } from './mail.processor.js';
import { Mailer } from './mailer.js';
import { MailsRepository } from './mails.repository.js';
import { PostingService } from './posting.service.js';

/** Owns where accounts are written to, and what is. It hears of notices by their facts; nobody calls it. */
@Module({
  imports: [InboxModule],
  controllers: [MailSettingsController, MailController],
  providers: [
    MailAddressesRepository,
    MailsRepository,
    MailLinks,
    Mailer,
    MailSettingsService,
    MailDeskService,
    PostingService,
    MailProcessor,
  ],
})
export class MailModule {}
