import { Controller, Get, Query } from '@nestjs/common';
import { QueueFigures, Transparency } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, Everyone, type Viewer } from '../../../../platform/auth/index.js';
import { PublicResource } from '../../../../platform/edge/public-resource.js';
import { FiguresService } from './figures.service.js';

const Scope = z.object({ scope: z.string().max(64).optional() });

@Controller('api/v1/moderation')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  @Get('figures')
  @Allow('read', 'Queue')
  @Answers(QueueFigures)
  of(@CurrentViewer() viewer: Viewer, @Query({ schema: Scope }) { scope }: z.infer<typeof Scope>): Promise<QueueFigures> {
    return this.figures.of(viewer, scope);
  }

  /** How the hub treats messages, for everybody to read. */
  @Get('transparency')
  @Everyone()
  @PublicResource({ maxAgeS: 60 })
  @Answers(Transparency)
  transparency(): Promise<Transparency> {
    return this.figures.transparency();
  }
}
