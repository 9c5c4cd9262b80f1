import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { type CheckUpLine, CheckUpLine as CheckUpLineSchema, CheckUpRequest, LinkHistory } from '@yunhui/contracts';
import { isSelfMade } from '@yunhui/domain';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { Limits } from '../../../platform/limits/index.js';
import { LinkHistoryService } from '../probing/link-history.service.js';
import { CheckUpService } from './check-up.service.js';

/** Check-ups of pasted addresses. They make the hub send requests, so they are for people with an account that somebody has vouched for, and counted. */
@Controller('api/v1/links')
export class CheckUpController {
  constructor(
    private readonly checkUps: CheckUpService,
    private readonly histories: LinkHistoryService,
    private readonly limits: Limits,
  ) {}

  /** NDJSON: a line for each step as it is done, and the outcome last. */
  @Post('check-up')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Allow('check', 'Link')
  @Answers(CheckUpLineSchema)
  async checkUp(@CurrentViewer() viewer: Viewer, @Body({ schema: CheckUpRequest }) wanted: CheckUpRequest): Promise<StreamableFile> {
    if (isSelfMade(viewer.user?.grants ?? [])) throw new HubError('filer.unverified');
    await this.limits.consume('link.check', viewer);
    const lines = new Readable({ read: () => undefined });
    const tell = (line: CheckUpLine): void => void lines.push(`${JSON.stringify(line)}\n`);
    void this.checkUps.run(wanted, tell).then(
      () => lines.push(null),
      (error: unknown) => lines.destroy(error instanceof Error ? error : new Error(String(error))),
    );
    return new StreamableFile(lines, { type: 'application/x-ndjson; charset=utf-8' });
  }

  @Get(':id/history')
  @Header('cache-control', 'private, no-store')
  @Allow('check', 'Link')
  @Answers(LinkHistory)
  async history(@Param('id') id: string): Promise<LinkHistory> {
    return this.histories.of(id);
  }
}
