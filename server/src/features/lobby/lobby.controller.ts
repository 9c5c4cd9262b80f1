import { Controller, Get, Param } from '@nestjs/common';
import { Lobby } from '@yunhui/contracts';
import { Answers } from '../../platform/api-docs/index.js';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { LobbyService } from './lobby.service.js';

@Controller('api/v1/campaigns')
export class LobbyController {
  constructor(private readonly lobby: LobbyService) {}

  @Get(':slug/lobby')
  @Everyone()
  @PublicResource({ maxAgeS: 1 })
  @Answers(Lobby)
  async of(@Param('slug') slug: string): Promise<Lobby> {
    return this.lobby.lobbyOf(slug);
  }
}
