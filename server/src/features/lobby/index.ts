export { LobbyModule } from './lobby.module.js';
export { LobbyService } from './lobby.service.js';
export { TileKeeper } from './tile-keeper.js';
