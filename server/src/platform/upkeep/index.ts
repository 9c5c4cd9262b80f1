export { type Backup, BackupFolder } from './backup-folder.js';
export { backUpEmbedded, restoreEmbedded } from './embedded-backup.js';
export { backUpPostgres, restorePostgres } from './postgres-backup.js';
export { countStore, type Restored } from './settle-restored.js';
export { UpkeepModule } from './upkeep.module.js';
