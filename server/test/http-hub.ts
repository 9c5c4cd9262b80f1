import { type IncomingHttpHeaders, request } from 'node:http';
import { Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { aFolder, startStores } from '@yunhui/testkit';
import { CONFIG, type Config, loadConfig } from '../src/config.js';
import { AccountsModule, type DemoAccount, DemoAccounts } from '../src/features/accounts/index.js';
import { AuthModule } from '../src/platform/auth/index.js';
import { Clock } from '../src/platform/clock.js';
import { DataDirModule } from '../src/platform/data-dir/index.js';
import { DatabaseModule } from '../src/platform/database/index.js';
import { httpAdapter, prepareHttp } from '../src/platform/edge/http.js';
import { HttpModule } from '../src/platform/edge/http.module.js';
import { FfmpegModule } from '../src/platform/ffmpeg/index.js';
import { HealthModule } from '../src/platform/health/index.js';
import { LimitsModule } from '../src/platform/limits/index.js';
import { MetricsModule } from '../src/platform/metrics/index.js';
import { ClientFiles } from '../src/platform/pages/client-files.js';
import { PagesModule } from '../src/platform/pages/index.js';
import { RedisModule } from '../src/platform/redis/index.js';

/** A hub that listens on a free port, over real stores, with accounts and whatever routes a test brings. */
export type HttpHub = AsyncDisposable & {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly config: Config;
  ask(path: string, init?: RequestInit): Promise<Response>;
};

export type HttpHubOptions = {
  env?: Record<string, string>;
  imports?: Type[];
  clientFolder?: string;
  /** Before the hub listens. */
  prepare?: (app: NestFastifyApplication) => void;
};

const platform = [
  DataDirModule,
  DatabaseModule,
  RedisModule,
  MetricsModule,
  AuthModule,
  LimitsModule,
  HttpModule,
  FfmpegModule,
  HealthModule,
  AccountsModule,
];

export async function startHttpHub({ env = {}, imports = [], clientFolder, prepare }: HttpHubOptions = {}): Promise<HttpHub> {
  const stores = await startStores();
  const noClient = await aFolder();
  const config = loadConfig({ ...stores.env, ...env });

  @Global()
  @Module({ providers: [{ provide: CONFIG, useValue: config }, Clock], exports: [CONFIG, Clock] })
  class Settings {}
  @Module({ imports: [Settings, ...platform, ...imports, PagesModule] })
  class Hub {}

  const app = await NestFactory.create<NestFastifyApplication>(Hub, httpAdapter(), { abortOnError: false, logger: false });
  Object.assign(app.get(ClientFiles, { strict: false }), { folder: clientFolder ?? noClient.path });
  const end = async (): Promise<void> => {
    await app.close();
    await Promise.all([stores[Symbol.asyncDispose](), noClient[Symbol.asyncDispose]()]);
  };
  try {
    await prepareHttp(app);
    prepare?.(app);
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await end();
    throw error;
  }
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return { url, app, config, ask: (path, init) => fetch(url + path, init), [Symbol.asyncDispose]: end };
}

/** Makes the demo's accounts in a hub that was started with DEMO=on. */
export const seedAccounts = (hub: HttpHub): Promise<DemoAccount[]> => hub.app.get(DemoAccounts, { strict: false }).ensure();

/** The cookie that an answer set, as a browser would send it back. */
export const cookieFrom = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';

/** A POST with a JSON body, as a page of the hub sends it. */
export function posted(body: unknown, { cookie, origin = 'http://localhost' }: { cookie?: string; origin?: string } = {}): RequestInit {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin, ...(cookie ? { cookie } : {}) },
  };
}

/** An answer as it came over the wire: fetch decodes bodies, and adds headers of its own when asked for a version. */
export function bytesFrom(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject).end();
  });
}
