import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { Inbox, ReadNotices } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../platform/api-docs/index.js';
import { CurrentViewer, Everyone, type Viewer } from '../../platform/auth/index.js';
import { InboxService } from './inbox.service.js';

const Page = z.object({ cursor: z.string().max(400).optional() });

/** 站内消息: everybody's own. */
@Controller('api/v1/inbox')
@Everyone()
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers(Inbox)
  page(@CurrentViewer() viewer: Viewer, @Query({ schema: Page }) { cursor }: z.infer<typeof Page>): Promise<Inbox> {
    return this.inbox.page(viewer, cursor);
  }

  @Post('read')
  @HttpCode(200)
  @Answers(Inbox)
  read(@CurrentViewer() viewer: Viewer, @Body({ schema: ReadNotices }) { until }: ReadNotices): Promise<Inbox> {
    return this.inbox.read(viewer, until);
  }
}
