import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { RaiseShield, Shield, ShieldList } from '@yunhui/contracts';
import { Answers, Nothing } from '../../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../../platform/auth/index.js';
import { ShieldsService } from './shields.service.js';

/** Shields. The service asks whether the grant covers the scope: a region's key may come in any case. */
@Controller('api/v1/moderation/shields')
export class ShieldsController {
  constructor(private readonly shields: ShieldsService) {}

  @Get()
  @Allow('moderate', 'Room')
  @Header('cache-control', 'private, no-store')
  @Answers(ShieldList)
  list(@CurrentViewer() viewer: Viewer): Promise<ShieldList> {
    return this.shields.list(viewer);
  }

  @Post()
  @Allow('moderate', 'Room')
  @HttpCode(201)
  @Answers(Shield, { status: 201 })
  raise(@CurrentViewer() viewer: Viewer, @Body({ schema: RaiseShield }) wanted: RaiseShield): Promise<Shield> {
    return this.shields.raise(viewer, wanted);
  }

  @Delete(':scope')
  @Allow('moderate', 'Room')
  @Answers(Nothing)
  async lift(@CurrentViewer() viewer: Viewer, @Param('scope') scope: string): Promise<Record<string, never>> {
    await this.shields.lift(viewer, scope);
    return {};
  }
}
