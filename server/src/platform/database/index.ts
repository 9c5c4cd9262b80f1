export { Database, type Transaction } from './database.js';
export { DatabaseModule } from './database.module.js';
export { openEmbedded, openPostgres, storeFolder } from './connections.js';
export { migrate } from './migrations.js';
export { whenReached } from './reach.js';
export { isRepeatable, isStoreAway, SqlError, sqlStateOf } from './sql-error.js';
