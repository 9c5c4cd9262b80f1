import { Global, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Clock } from '../clock.js';
import { DATA_DIR, type DataDir } from '../data-dir/index.js';
import { openConnections } from './connections.js';
import { Database } from './database.js';
import { migrate } from './migrations.js';
import { reach, startPatienceMs } from './reach.js';

/** Closes the store last: Nest ends modules in the reverse order of their imports. */
@Injectable()
class StoreEnd implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** Owns the connections to the store and its schema. Everybody may ask for `Database`. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [CONFIG, DATA_DIR, Clock], // the folder's lock is ours before the store is opened
      useFactory: async (config: Config, dataDir: DataDir | undefined, clock: Clock) => {
        const log = new Logger('Database');
        const database = new Database(await openConnections(config, clock.aheadMs, (error) => log.warn(error.message)));
        dataDir?.closesFirst(() => database.close());
        if (!config.embedded) await reach(database, startPatienceMs);
        await migrate(database);
        return database;
      },
    },
    StoreEnd,
  ],
  exports: [Database],
})
export class DatabaseModule {}
