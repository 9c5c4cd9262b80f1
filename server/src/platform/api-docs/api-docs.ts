import { Injectable, type INestApplication } from '@nestjs/common';
import { HubError } from '../hub-error.js';
import { asyncApi } from './asyncapi.js';
import { openApiOf, type OpenApi } from './openapi.js';

/** The documents of this hub's API, each made once, when first asked for. */
@Injectable()
export class ApiDocs {
  private app?: INestApplication;
  private openApiDocument?: Promise<OpenApi>;
  private asyncApiDocument?: object;

  /** Said once at start: whose routes are described. */
  describe(app: INestApplication): void {
    this.app = app;
  }

  openApi(): Promise<OpenApi> {
    if (!this.app) throw new HubError('internal');
    this.openApiDocument ??= openApiOf(this.app);
    return this.openApiDocument;
  }

  asyncApi(): object {
    this.asyncApiDocument ??= asyncApi();
    return this.asyncApiDocument;
  }
}
