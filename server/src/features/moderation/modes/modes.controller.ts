import { Body, Controller, Get, Header, Param, Put } from '@nestjs/common';
import { ChangeMode, TopicModeStanding, TopicName } from '@yunhui/contracts';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { ModesService } from './modes.service.js';

/** How a conversation takes messages. The service asks whether the grant covers its region, which the path does not name. */
@Controller('api/v1/topics/:topic/mode')
export class ModesController {
  constructor(private readonly modes: ModesService) {}

  @Get()
  @Allow('moderate', 'Room')
  @Header('cache-control', 'private, no-store')
  @Answers(TopicModeStanding)
  standing(@CurrentViewer() viewer: Viewer, @Param('topic') topic: string): Promise<TopicModeStanding> {
    return this.modes.standing(viewer, nameOf(topic));
  }

  @Put()
  @Allow('moderate', 'Room')
  @Answers(TopicModeStanding)
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('topic') topic: string,
    @Body({ schema: ChangeMode }) wanted: ChangeMode,
  ): Promise<TopicModeStanding> {
    return this.modes.change(viewer, nameOf(topic), wanted);
  }
}

/** One that no topic can have is a topic nobody knows. */
function nameOf(topic: string): string {
  if (!TopicName.safeParse(topic).success) throw new HubError('topic.unknown', { field: 'topic' });
  return topic;
}
