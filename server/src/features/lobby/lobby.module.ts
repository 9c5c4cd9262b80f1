import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { ChannelsModule } from '../channels/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { StillsModule } from '../stills/index.js';
import { StreamsModule } from '../streams/index.js';
import { CampaignTopics } from './campaign-topics.js';
import { LobbyClock } from './lobby-clock.js';
import { LobbyController } from './lobby.controller.js';
import { LobbyProcessor } from './lobby.processor.js';
import { LobbyRepository } from './lobby.repository.js';
import { LobbyService } from './lobby.service.js';
import { RoomPace } from './room-pace.js';
import { TileKeeper } from './tile-keeper.js';
import { TileTopics } from './tile-topics.store.js';
import { TilesService } from './tiles.service.js';

/** Owns the tiles: what every channel shows now, in one row each, carried to the lobbies and rooms. */
@Module({
  imports: [CampaignsModule, ChannelsModule, ScheduleModule, StillsModule, StreamsModule],
  controllers: [LobbyController],
  providers: [CampaignTopics, LobbyRepository, RoomPace, TilesService, TileTopics, TileKeeper, LobbyClock, LobbyProcessor, LobbyService],
  exports: [LobbyService, TileKeeper],
})
export class LobbyModule {}
