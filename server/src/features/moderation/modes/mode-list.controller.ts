import { Controller, Get, Header, Query } from '@nestjs/common';
import { TopicModeList, TopicName } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { ModesService } from './modes.service.js';

const Wanted = z.object({
  topics: z
    .string()
    .max(64 * 201)
    .transform((list) => list.split(','))
    .pipe(z.array(TopicName).max(64)),
});

/** The modes of many conversations at once, for the list of rooms in the cockpit. */
@Controller('api/v1/moderation/modes')
export class ModeListController {
  constructor(private readonly modes: ModesService) {}

  @Get()
  @Allow('moderate', 'Room')
  @Header('cache-control', 'private, no-store')
  @Answers(TopicModeList)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Wanted }) { topics }: z.infer<typeof Wanted>): Promise<TopicModeList> {
    return this.modes.standings(viewer, topics);
  }
}
