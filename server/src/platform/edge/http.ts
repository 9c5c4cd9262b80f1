import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { fastifyCookie } from '@fastify/cookie';
import { fastifyStatic } from '@fastify/static';
import { Logger } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { HubError } from '../hub-error.js';
import { Metrics } from '../metrics/index.js';
import { KnownRoutes } from './known-routes.js';
import { OriginRule } from './origin-rule.js';
import { sendProblem } from './problem.filter.js';
import { problemOf } from './problem.js';
import { exposureNotes } from './exposure-notes.js';
import { securityHeaders } from './security-headers.js';
import { requestValidation } from './validation.pipe.js';

const mostBodyBytes = 64 * 1024;
/** Whoever is answered before their body has come may send on so long, and read the answer; then the line is free. */
const lingerMs = 3_000;

/** What a route says with `@RouteConfig` that is brought a file as its body. */
export type TakesFiles = { takesFiles?: boolean };

/** Fastify as the hub wants it. Nothing that arrives may be large, slow or unreadable enough to matter. */
export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: mostBodyBytes,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 256 },
    // What the router itself cannot read never reaches a filter.
    frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, problemOf(new HubError('request.malformed'), 400, 'The path cannot be read.')),
  });
}

/** Everything of HTTP that stands in front of the routes. Call it before `listen`. */
export async function prepareHttp(app: NestFastifyApplication): Promise<void> {
  const config = app.get<Config>(CONFIG);
  const log = new Logger('Http');
  for (const { grave, text } of exposureNotes(config)) log[grave ? 'warn' : 'log'](text);

  app.useSecurityHeaders(securityHeaders(config));
  app.useGlobalPipes(requestValidation);
  await app.register(fastifyCookie);
  await app.register(fastifyStatic, { serve: false, preCompressed: true, dotfiles: 'ignore' });
  takeFiles(app);
  addHooks(app);
}

/** Files come as they are, and unread: a route that takes them reads them once it is known who brings them. No other route takes any. */
function takeFiles(app: NestFastifyApplication): void {
  const parse = (request: FastifyRequest, payload: Readable, done: (error: Error | null, body?: Readable) => void): void => {
    const { takesFiles } = request.routeOptions.config as TakesFiles;
    if (takesFiles) done(null, payload);
    else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type'] ?? ''));
  };
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(/^(image\/|application\/octet-stream)/, parse);
}

/** What happens to each request, in this order: it gets a name, its origin is judged, its answer is kept from caches, it is counted, and who goes on sending is cut off. */
function addHooks(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const [routes, origins, metrics] = [app.get(KnownRoutes), app.get(OriginRule), app.get(Metrics)];

  fastify.addHook('onRoute', (route) => routes.add(route));
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: (refused?: Error) => void) => {
    void reply.header('x-request-id', request.id);
    done(origins.allowsRequest(request.raw) ? undefined : new HubError('origin.refused'));
  });
  fastify.addHook('onSend', (request: FastifyRequest, reply: FastifyReply, _payload: unknown, done: () => void) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-store');
    done();
  });
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.answered({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (!request.raw.complete) setTimeout(() => request.raw.destroy(), lingerMs).unref();
    done();
  });
}
