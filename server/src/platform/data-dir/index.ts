export { DataDir } from './data-dir.js';
export { DATA_DIR, DataDirModule } from './data-dir.module.js';
export { askHub, holderOf, type HubRequest } from './ask-hub.js';
export { socketPath } from './socket-path.js';
