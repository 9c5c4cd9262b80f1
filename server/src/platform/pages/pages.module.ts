import { Global, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { ClientFiles } from './client-files.js';
import { HomeCampaign } from './home-campaign.js';
import { PageController } from './page.controller.js';
import { PageHeads } from './page-heads.js';

/** Owns the built client, and what its pages say before any script runs. It takes every path that nobody else has. */
@Global()
@Module({
  controllers: [PageController],
  providers: [HomeCampaign, PageHeads, { provide: ClientFiles, useFactory: () => new ClientFiles() }],
  exports: [HomeCampaign, PageHeads],
})
export class PagesModule implements OnApplicationBootstrap {
  private readonly log = new Logger('Pages');

  constructor(private readonly files: ClientFiles) {}

  onApplicationBootstrap(): void {
    this.files.compress().catch((error: unknown) => this.log.warn(`The client's files are served as they are: ${String(error)}`));
  }
}
