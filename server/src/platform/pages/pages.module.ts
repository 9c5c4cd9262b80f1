import { Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { ClientFiles } from './client-files.js';
import { PageController } from './page.controller.js';

/** Owns the built client. It takes every path that nobody else has. */
@Module({ controllers: [PageController], providers: [{ provide: ClientFiles, useFactory: () => new ClientFiles() }] })
export class PagesModule implements OnApplicationBootstrap {
  private readonly log = new Logger('Pages');

  constructor(private readonly files: ClientFiles) {}

  onApplicationBootstrap(): void {
    this.files.compress().catch((error: unknown) => this.log.warn(`The client's files are served as they are: ${String(error)}`));
  }
}
