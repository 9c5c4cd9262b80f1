import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { DataDir } from './data-dir.js';

/** Nest's token for the embedded hub's folder; nothing in production, where there is none. */
export const DATA_DIR = Symbol('DataDir');

/** Owns the folder's lock. Whatever opens the store or a Redis in the folder injects `DATA_DIR` first. */
@Global()
@Module({
  providers: [
    {
      provide: DATA_DIR,
      inject: [CONFIG],
      useFactory: (config: Config): Promise<DataDir | undefined> =>
        config.embedded ? DataDir.take(config.DATA_DIR, `http://${config.HOST}:${config.PORT}`) : Promise.resolve(undefined),
    },
  ],
  exports: [DATA_DIR],
})
export class DataDirModule {}
