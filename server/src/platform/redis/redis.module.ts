import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { DATA_DIR, type DataDir } from '../data-dir/index.js';
import { PrivateRedis } from './private-redis.js';
import { Redis } from './redis.js';
import { refuseUnfitRedis } from './requirements.js';
import { StartRefused } from '../start-refused.js';

const PRIVATE_REDIS = Symbol('PrivateRedis');

/** Owns the connection to Redis, and in embedded mode Redis itself. Connected before anybody who injects it is made. */
@Global()
@Module({
  providers: [
    {
      provide: PRIVATE_REDIS,
      inject: [DATA_DIR],
      useFactory: async (dataDir: DataDir | undefined): Promise<PrivateRedis | undefined> => {
        if (!dataDir) return undefined;
        const redis = await PrivateRedis.start(dataDir.socket('redis.sock'), dataDir.path);
        dataDir.closesFirst(() => redis.stop());
        return redis;
      },
    },
    {
      provide: Redis,
      inject: [CONFIG, PRIVATE_REDIS],
      useFactory: async (config: Config, own: PrivateRedis | undefined): Promise<Redis> => {
        const address = own?.url ?? config.redisAddress;
        if (!address) throw new StartRefused('REDIS_URL is not set');
        const redis = await Redis.connect(address);
        if (!own) await refuseUnfitRedis(redis.client);
        return redis;
      },
    },
  ],
  exports: [Redis],
})
export class RedisModule {}
