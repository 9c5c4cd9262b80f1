import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DutyStanding, OnDuty } from '@yunhui/contracts';
import { Answers } from '../../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../../platform/auth/index.js';
import { DutyService } from './duty.service.js';

/** Who is on duty. The service asks for a grant over each scope that is named. */
@Controller('api/v1/moderation/duty')
export class DutyController {
  constructor(private readonly duty: DutyService) {}

  @Post()
  @Allow('moderate', 'Room')
  @HttpCode(200)
  @Answers(DutyStanding)
  beat(@CurrentViewer() viewer: Viewer, @Body({ schema: OnDuty }) on: OnDuty): Promise<DutyStanding> {
    return this.duty.beat(viewer, on);
  }
}
