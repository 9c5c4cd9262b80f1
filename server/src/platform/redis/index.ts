export type { RedisClient } from './client.js';
export { isRedisGone } from './redis-gone.js';
export { Redis } from './redis.js';
export { RedisModule } from './redis.module.js';
