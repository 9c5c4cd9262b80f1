import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { AccountsModule, IdentitiesModule, OwnPasswordModule, PhonesModule } from './features/accounts/index.js';
import { ActivitiesModule } from './features/activities/index.js';
import { ApplicationsModule } from './features/applications/index.js';
import { CampaignsModule } from './features/campaigns/index.js';
import { ChannelsModule } from './features/channels/index.js';
import { CutsModule } from './features/cuts/index.js';
import { DemoModule } from './features/demo/index.js';
import { InboxModule } from './features/inbox/index.js';
import { FilersModule } from './features/filers/index.js';
import { FoundingModule } from './features/founding/index.js';
import { HashtagsModule } from './features/hashtags/index.js';
import { GuideModule } from './features/guide/index.js';
import { InteropModule } from './features/interop/index.js';
import { LinkNewsModule } from './features/link-news/index.js';
import { LobbyModule } from './features/lobby/index.js';
import { MailModule } from './features/mail/index.js';
import { MatrixModule } from './features/matrix/index.js';
import { ModerationModule } from './features/moderation/index.js';
import { OrganizationsModule } from './features/organizations/index.js';
import { PageHeadsModule } from './features/page-heads/index.js';
import { RegionsModule } from './features/regions/index.js';
import { RegistrationModule } from './features/registration/index.js';
import { ScheduleModule } from './features/schedule/index.js';
import { SearchModule } from './features/search/index.js';
import { StaffModule } from './features/staff/index.js';
import { StillsModule } from './features/stills/index.js';
import { StreamsModule } from './features/streams/index.js';
import { TopicsModule } from './features/topics/index.js';
import { WebhooksModule } from './features/webhooks/index.js';
import { ApiDocsModule } from './platform/api-docs/index.js';
import { AuditModule } from './platform/audit/index.js';
import { AuthModule } from './platform/auth/index.js';
import { Clock } from './platform/clock.js';
import { DataDirModule } from './platform/data-dir/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { HttpModule } from './platform/edge/http.module.js';
import { FactsModule } from './platform/facts/index.js';
import { FfmpegModule } from './platform/ffmpeg/index.js';
import { HealthModule } from './platform/health/index.js';
import { LimitsModule } from './platform/limits/index.js';
import { LoggingModule } from './platform/logging/index.js';
import { MetricsModule } from './platform/metrics/index.js';
import { OutboundModule } from './platform/outbound/index.js';
import { OverloadModule } from './platform/overload/index.js';
import { PagesModule } from './platform/pages/index.js';
import { QueueModule } from './platform/queue/index.js';
import { RealtimeModule } from './platform/realtime/index.js';
import { RedisModule } from './platform/redis/index.js';
import { UpkeepModule } from './platform/upkeep/index.js';
import { UploadsModule } from './platform/uploads/index.js';

/** The settings and the clock, for everybody. */
@Global()
@Module({})
class SettingsModule {
  static with(config: Config): DynamicModule {
    const settings = { provide: CONFIG, useValue: config };
    return { module: SettingsModule, providers: [settings, Clock], exports: [settings, Clock] };
  }
}

/** In the order in which they must be there: the folder's lock before the store, the stores before everybody. */
const platform = [
  LoggingModule.forHub,
  DataDirModule,
  DatabaseModule,
  RedisModule,
  MetricsModule,
  AuthModule,
  LimitsModule,
  HttpModule,
  QueueModule,
  FactsModule,
  AuditModule,
  OutboundModule,
  FfmpegModule,
  UploadsModule,
  OverloadModule,
  RealtimeModule,
  UpkeepModule,
  HealthModule,
  ApiDocsModule,
];

const features = [
  RegionsModule,
  FoundingModule,
  OrganizationsModule,
  CampaignsModule,
  ActivitiesModule,
  ChannelsModule,
  ScheduleModule,
  StreamsModule,
  StillsModule,
  InboxModule,
  RegistrationModule,
  GuideModule,
  LinkNewsModule,
  LobbyModule,
  CutsModule,
  MatrixModule,
  SearchModule,
  InteropModule,
  AccountsModule,
  IdentitiesModule,
  PhonesModule,
  OwnPasswordModule,
  FilersModule,
  ApplicationsModule,
  StaffModule,
  ModerationModule,
  TopicsModule,
  HashtagsModule,
  MailModule,
  WebhooksModule,
  PageHeadsModule,
  DemoModule,
];

/** The hub. Pages come last: they take every path that nobody else has. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [SettingsModule.with(config), ...platform, ...features, PagesModule] };
  }
}
