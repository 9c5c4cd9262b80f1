import { randomBytes } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Everyone } from '../auth/index.js';
import { pagePolicy } from '../edge/security-headers.js';
import { HubError } from '../hub-error.js';
import { ClientFiles } from './client-files.js';

/** Paths that programs ask. They never answer with the page, or a program would read HTML as an answer. */
const forPrograms = /^\/(?:api|feeds|health|rt|demo|metrics)(?:\/|$)/;
/** Named after their content, so they never change. */
const hashed = /^\/assets\//;

const notBuilt = 'The hub is running, but its pages have not been built yet. `npm start` builds and starts everything.\n';

/** The built client: files as they are, and its one page for every path that a person may have typed. */
@Controller()
@Everyone()
export class PageController {
  constructor(private readonly files: ClientFiles) {}

  @Get('*')
  async any(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = pathOf(request.url);
    if (forPrograms.test(path)) throw new HubError('path.unknown');
    if (path !== '/index.html' && (await this.files.has(path))) return this.file(request.url, reply);
    if (hashed.test(path) || !wantsPage(request)) return missing(reply);
    return this.page(reply);
  }

  private file(url: string, reply: FastifyReply): void {
    const caching = hashed.test(url) ? { maxAge: '365d', immutable: true } : { maxAge: '1h' };
    void reply.sendFile(url.split('?', 1)[0] ?? '', this.files.folder, caching);
  }

  private async page(reply: FastifyReply): Promise<void> {
    const nonce = randomBytes(16).toString('base64');
    const html = await this.files.page(nonce);
    if (html === undefined) return void reply.status(503).header('retry-after', 5).type('text/plain; charset=utf-8').send(notBuilt);
    void reply
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': pagePolicy(nonce) })
      .type('text/html; charset=utf-8')
      .send(html);
  }
}

/** People's programs say that they want HTML; scripts, pictures and feed readers do not. */
const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

const missing = (reply: FastifyReply): void =>
  void reply.status(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('There is no such file.\n');

function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '/');
  } catch {
    throw new HubError('request.malformed');
  }
}
