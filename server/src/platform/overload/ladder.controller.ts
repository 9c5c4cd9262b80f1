import { Body, Controller, Get, Header, Put } from '@nestjs/common';
import { HoldLadder, LadderStanding } from '@yunhui/contracts';
import { Answers } from '../api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../auth/index.js';
import { LadderService } from './ladder.service.js';

/** How nodes serve under overload, to see and to hold. */
@Controller('api/v1/operations/ladder')
export class LadderController {
  constructor(private readonly ladder: LadderService) {}

  @Get()
  @Allow('read', 'Operations')
  @Header('cache-control', 'private, no-store')
  @Answers(LadderStanding)
  standing(): LadderStanding {
    return this.ladder.standing();
  }

  /** The service asks for a grant over the whole country: a node serves every region. */
  @Put()
  @Allow('steer', 'Operations')
  @Answers(LadderStanding)
  async hold(@CurrentViewer() viewer: Viewer, @Body({ schema: HoldLadder }) wanted: HoldLadder): Promise<LadderStanding> {
    return this.ladder.hold(viewer, wanted);
  }
}
