import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ExportedFilings, ImportedFilings, ImportFilings, Slug } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { ExportsService } from './exports.service.js';
import { ImportsService } from './imports.service.js';

const Wanted = z.object({ organization: Slug, campaign: Slug, cursor: z.string().max(400).optional() });

/**
 * Many activities at once, as rows of a sheet. Files are read and written by the page: what a hostile one costs, it costs the
 * tab that opened it, and here arrives nothing but text in cells.
 */
@Controller('api/v1/filings')
@Allow('write', 'Filing')
export class SheetsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly exports: ExportsService,
  ) {}

  @Post('imports')
  @HttpCode(200)
  @Answers(ImportedFilings)
  import(@CurrentViewer() viewer: Viewer, @Body({ schema: ImportFilings }) wanted: ImportFilings): Promise<ImportedFilings> {
    return this.imports.import(viewer, wanted);
  }

  @Get('exports')
  @Header('cache-control', 'private, no-store')
  @Answers(ExportedFilings)
  export(@CurrentViewer() viewer: Viewer, @Query({ schema: Wanted }) wanted: z.infer<typeof Wanted>): Promise<ExportedFilings> {
    return this.exports.page(viewer, wanted);
  }
}
