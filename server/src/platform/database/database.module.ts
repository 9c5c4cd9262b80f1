import { Global, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { openConnections } from './connections.js';
import { Database } from './database.js';
import { migrate } from './migrations.js';

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
      inject: [CONFIG],
      useFactory: async (config: Config) => {
        const log = new Logger('Database');
        const database = new Database(await openConnections(config, (error) => log.warn(error.message)));
        await migrate(database);
        return database;
      },
    },
    StoreEnd,
  ],
  exports: [Database],
})
export class DatabaseModule {}
