import { randomBytes } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { Everyone } from '../auth/index.js';
import { pagePolicy } from '../edge/security-headers.js';
import { HubError } from '../hub-error.js';
import { ClientFiles } from './client-files.js';
import { HomeCampaign } from './home-campaign.js';
import { type Absolute, languageOf } from './page-head.js';
import { PageHeads } from './page-heads.js';
import { pageHtml } from './page-html.js';
import { filesFor } from './page-parts.js';

/** Paths that programs ask. They never answer with the page, or a program would read HTML as an answer. */
const forPrograms = /^\/(?:api|feeds|health|rt|demo|metrics)(?:\/|$)/;
/** Named after their content, so they never change. */
const hashed = /^\/assets\//;

const notBuilt = 'The hub is running, but its pages have not been built yet. `npm start` builds and starts everything.\n';

/** The built client: files as they are, and its one page for every path that a person may have typed. */
@Controller()
@Everyone()
export class PageController {
  constructor(
    private readonly files: ClientFiles,
    private readonly heads: PageHeads,
    private readonly home: HomeCampaign,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('*')
  async any(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = pathOf(request.url);
    if (forPrograms.test(path)) throw new HubError('path.unknown');
    if (path !== '/index.html' && (await this.files.has(path))) return this.file(request.url, reply);
    if (hashed.test(path) || !(wantsPage(request) || (takesAnything(request) && this.heads.describes(path)))) return missing(reply);
    return this.page(path, request, reply);
  }

  private file(url: string, reply: FastifyReply): void {
    const caching = hashed.test(url) ? { maxAge: '365d', immutable: true } : { maxAge: '1h' };
    void reply.sendFile(url.split('?', 1)[0] ?? '', this.files.folder, caching);
  }

  /** The one page, with what is known of this address. What does not exist says so by its status; the client draws it. */
  private async page(path: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const built = await this.files.page();
    if (!built) return void reply.status(503).header('retry-after', 5).type('text/plain; charset=utf-8').send(notBuilt);
    const { headers } = request;
    const language = languageOf(headers['accept-language']);
    const [{ head, missing: gone, known }, home] = await Promise.all([this.heads.of(path, language), this.home.slug()]);
    const nonce = randomBytes(16).toString('base64');
    const html = pageHtml({
      template: built.html,
      nonce,
      language,
      path,
      absolute: this.absolute(headers.host),
      mayBeFound: known && !gone,
      files: filesFor(built.parts, path, language),
      inWeChat: headers['user-agent']?.includes('MicroMessenger') ?? false,
      ...(home && { home }),
      ...(head && { head }),
    });
    void reply
      .status(gone ? 404 : 200)
      .headers({ 'cache-control': 'no-cache', vary: 'Accept-Language', 'content-security-policy': pagePolicy(nonce) })
      .type('text/html; charset=utf-8')
      .send(html);
  }

  /** By the public address; without one by the host that was asked, which is what the reader sees in the address bar. */
  private absolute(host = ''): Absolute {
    const origin = this.config.PUBLIC_URL?.replace(/\/$/, '') ?? (/^[\w.:[\]-]+$/.test(host) ? `http://${host}` : '');
    return (path) => origin + encodeURI(path);
  }
}

/** People's programs say that they want HTML; scripts, pictures and feed readers do not. */
const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

/** The programs of chat apps, which fetch a link to show it, take whatever comes. */
const takesAnything = ({ headers }: FastifyRequest): boolean => headers.accept === undefined || headers.accept.startsWith('*/*');

const missing = (reply: FastifyReply): void =>
  void reply.status(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('There is no such file.\n');

function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '/');
  } catch {
    throw new HubError('request.malformed');
  }
}
