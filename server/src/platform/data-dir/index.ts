export { DataDir } from './data-dir.js';
export { DATA_DIR, DataDirModule } from './data-dir.module.js';
export { askHub, holderOf, refuseIfHeld, type HubHolder, type HubRequest } from './hub-socket.js';
export { socketPath } from './socket-path.js';
