import { Module } from '@nestjs/common';
import { ApiDocs } from './api-docs.js';
import { ApiDocsController } from './api-docs.controller.js';

/** Owns what programs read about the hub's API: OpenAPI of its routes, AsyncAPI of its socket. */
@Module({ controllers: [ApiDocsController], providers: [ApiDocs] })
export class ApiDocsModule {}
