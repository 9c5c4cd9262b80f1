import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CutChoices, CutList, CutOff, CutStanding, CutTarget, Slug } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers, Nothing } from '../../platform/api-docs/index.js';
import { AllowLasting, CurrentViewer, type Viewer } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import { CutsService } from './cuts.service.js';

const OfChannel = z.object({ channel: Slug });

/**
 * 即时阻断. The service asks whether the grant covers what is to be cut off, which may be anything. All of it works while
 * Postgres is away, for who was seen here in the last ten minutes.
 */
@Controller('api/v1/cuts')
@AllowLasting('cut', 'Channel')
export class CutsController {
  constructor(private readonly cuts: CutsService) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers(CutList)
  list(@CurrentViewer() viewer: Viewer): Promise<CutList> {
    return this.cuts.list(viewer);
  }

  @Get('choices')
  @Header('cache-control', 'private, no-store')
  @Answers(CutChoices)
  choices(@CurrentViewer() viewer: Viewer, @Query({ schema: OfChannel }) { channel }: z.infer<typeof OfChannel>): Promise<CutChoices> {
    return this.cuts.choices(viewer, channel);
  }

  @Post()
  @HttpCode(201)
  @Answers(CutStanding, { status: 201 })
  cut(@CurrentViewer() viewer: Viewer, @Body({ schema: CutOff }) wanted: CutOff): Promise<CutStanding> {
    return this.cuts.cut(viewer, wanted);
  }

  @Delete(':target/:id')
  @Answers(Nothing)
  async undo(@CurrentViewer() viewer: Viewer, @Param('target') target: string, @Param('id') id: string): Promise<Record<string, never>> {
    const known = CutTarget.safeParse(target);
    if (!known.success) throw new HubError('cut.unknown');
    await this.cuts.undo(viewer, known.data, id);
    return {};
  }
}
