export { LobbyModule } from './lobby.module.js';
