import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Everyone } from '../auth/index.js';
import { PublicResource } from '../edge/public-resource.js';
import { HubError } from '../hub-error.js';
import { ApiDocs } from './api-docs.js';
import { docsFiles, docsHtml, docsPolicy, docsStart } from './docs-page.js';

const filesOf = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));

/** `/api/docs`: what the hub takes and answers, for people and for programs. */
@Controller('api')
@Everyone()
export class ApiDocsController {
  constructor(private readonly docs: ApiDocs) {}

  @Get('openapi.json')
  @PublicResource({ maxAgeS: 60 })
  openApi(): Promise<object> {
    return this.docs.openApi();
  }

  @Get('asyncapi.json')
  @PublicResource({ maxAgeS: 60 })
  asyncApi(): object {
    return this.docs.asyncApi();
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', docsPolicy)
  @Header('cache-control', 'no-cache')
  page(): string {
    return docsHtml;
  }

  @Get('docs/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  start(): string {
    return docsStart;
  }

  @Get('docs/:file')
  async file(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    if (!docsFiles.has(file)) throw new HubError('path.unknown');
    await reply.sendFile(file, filesOf, { maxAge: 86_400_000 });
  }
}
