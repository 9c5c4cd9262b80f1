export { LobbyModule } from './lobby.module.js';
export { TileKeeper } from './tile-keeper.js';
