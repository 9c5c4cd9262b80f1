export type { RedisAddress, RedisClient } from './client.js';
export { nodesOf, onConnections } from './client.js';
export type { JobConnection } from './job-connection.js';
export { isRedisGone } from './redis-gone.js';
export { Redis } from './redis.js';
export { RedisModule } from './redis.module.js';
