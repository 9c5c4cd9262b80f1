export { Database, type Transaction } from './database.js';
export { DatabaseModule } from './database.module.js';
export { openEmbedded, openPostgres, type Connections, type Row, storeFolder } from './connections.js';
export { migrate } from './migrations.js';
export { isRepeatable, SqlError, sqlStateOf, StoreLost } from './sql-error.js';
