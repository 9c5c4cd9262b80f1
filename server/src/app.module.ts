import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { Clock } from './platform/clock.js';
import { DatabaseModule } from './platform/database/index.js';
import { RealtimeModule } from './platform/realtime/index.js';
import { TopicsModule } from './features/topics/index.js';

/** The settings and the clock, for everybody. */
@Global()
@Module({})
class SettingsModule {
  static with(config: Config): DynamicModule {
    const settings = { provide: CONFIG, useValue: config };
    return { module: SettingsModule, providers: [settings, Clock], exports: [settings, Clock] };
  }
}

/** The hub: platform first, then a line a feature. Nest ends them in the reverse order. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [SettingsModule.with(config), DatabaseModule, RealtimeModule, TopicsModule],
    };
  }
}
