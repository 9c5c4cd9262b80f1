import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  BeginFiling,
  Filing,
  FilingFindings,
  FilingPage,
  FilingUnits,
  SaveFiling,
  SubmitFiling,
  UnitNames,
  UnitNamesQuery,
  WithdrawFiling,
} from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { DraftsService } from './drafts.service.js';
import { SubmissionsService } from './submissions.service.js';
import { UnitsService } from './units.service.js';

const Id = z.uuid();
const Page = z.object({ cursor: z.string().max(400).optional() });

/** 填报台: what hosts register. A host's grant opens the door; the services ask for whom they file. */
@Controller('api/v1/filings')
@Allow('write', 'Filing')
export class FilingsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly submissions: SubmissionsService,
    private readonly units: UnitsService,
  ) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers(FilingPage)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Page }) { cursor }: z.infer<typeof Page>): Promise<FilingPage> {
    return this.drafts.list(viewer, cursor);
  }

  @Get('units')
  @Header('cache-control', 'private, no-store')
  @Answers(FilingUnits)
  ownUnits(@CurrentViewer() viewer: Viewer): Promise<FilingUnits> {
    return this.units.of(viewer);
  }

  @Get('unit-names')
  @Header('cache-control', 'private, no-store')
  @Answers(UnitNames)
  unitNames(@Query({ schema: UnitNamesQuery }) { q }: UnitNamesQuery): Promise<UnitNames> {
    return this.units.named(q);
  }

  @Post()
  @HttpCode(201)
  @Answers(Filing, { status: 201 })
  begin(@CurrentViewer() viewer: Viewer, @Body({ schema: BeginFiling }) wanted: BeginFiling): Promise<Filing> {
    return this.drafts.begin(viewer, wanted);
  }

  @Get(':id')
  @Header('cache-control', 'private, no-store')
  @Answers(Filing)
  read(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<Filing> {
    return this.drafts.read(viewer, id);
  }

  @Put(':id')
  @Answers(Filing)
  save(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveFiling }) kept: SaveFiling,
  ): Promise<Filing> {
    return this.drafts.save(viewer, id, kept);
  }

  @Get(':id/findings')
  @Header('cache-control', 'private, no-store')
  @Answers(FilingFindings)
  findings(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<FilingFindings> {
    return this.submissions.findingsOf(viewer, id);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Answers(Filing)
  submit(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SubmitFiling }) wanted: SubmitFiling,
  ): Promise<Filing> {
    return this.submissions.submit(viewer, id, wanted);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Answers(Filing)
  withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WithdrawFiling }) wanted: WithdrawFiling,
  ): Promise<Filing> {
    return this.submissions.withdraw(viewer, id, wanted);
  }
}
