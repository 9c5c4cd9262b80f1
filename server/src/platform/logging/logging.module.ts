import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule, type Params } from 'nestjs-pino';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LevelWithSilent } from 'pino';
import { CONFIG, type Config } from '../../config.js';
import { scrub, scrubText } from './scrub.js';

/** Answered each second by machines; a line each would bury the others. */
const quiet = /^\/(?:health|metrics|assets|demo)\b/;
/** Nest names every route and module it starts; a hundred such lines would hide the address that people look for. */
const chatter = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'WebSocketsController', 'NestFactory', 'NestApplication']);
const warn = 40;

/** Middleware sees its own part of the path in `url`, and the whole in `originalUrl`. */
const isQuiet = ({ url = '', originalUrl = url }: IncomingMessage & { originalUrl?: string }): boolean => quiet.test(originalUrl);

/** Of a request only what helps to find it: never its headers, its query or its body. */
const requestLine = ({ id, method, url = '' }: { id?: unknown; method?: string; url?: string }) => ({
  id,
  method,
  path: scrubText(url.split('?', 1)[0] ?? ''),
});

/** Answers are chatter, refusals are news, faults are errors. */
function levelOf(_request: IncomingMessage, { statusCode }: ServerResponse, error?: Error): LevelWithSilent {
  if (error || statusCode >= 500) return 'error';
  return statusCode >= 400 ? 'info' : 'debug';
}

/** The words of a line. Pino would take those of an error that comes without any, and as they are. */
function scrubWords(args: readonly unknown[]): unknown[] {
  const [first] = args;
  const error = typeof first === 'object' && first !== null && 'err' in first ? first.err : first;
  const wordless = args.length === 1 && error instanceof Error ? [first, error.message] : args;
  return wordless.map((arg) => (typeof arg === 'string' ? scrubText(arg) : arg));
}

/** Structured lines on stdout, each with its request's id, which the answer carries as `x-request-id`. */
export function logParams(config: Config): Params {
  return {
    forRoutes: ['{*path}'],
    pinoHttp: {
      level: config.LOG_LEVEL,
      ...(config.NODE_ENV === 'development' ? { transport: { target: 'pino-pretty', options: { singleLine: true } } } : {}),
      customLogLevel: levelOf,
      autoLogging: { ignore: isQuiet },
      serializers: {
        req: requestLine,
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: (error: unknown) => scrub(error),
      },
      formatters: { log: ({ req, res, ...line }) => ({ ...(scrub(line) as object), ...(req ? { req } : {}), ...(res ? { res } : {}) }) },
      hooks: {
        logMethod(args, method, level) {
          const [said] = args as unknown[];
          if (level < warn && chatter.has((said as { context?: string })?.context ?? '')) return;
          method.apply(this, scrubWords(args) as typeof args);
        },
      },
    },
  };
}

/** Owns what is logged. Everybody logs through Nest's `Logger`. */
@Module({})
export class LoggingModule {
  static readonly forHub: DynamicModule = {
    module: LoggingModule,
    imports: [LoggerModule.forRootAsync({ inject: [CONFIG], useFactory: logParams })],
  };
}
