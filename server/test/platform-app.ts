import type { Type } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { aFolder, anEmptyDatabase } from '@yunhui/testkit';
import { jobs, type JobName } from '../src/catalog/jobs.js';
import { CONFIG, loadConfig } from '../src/config.js';
import { Clock } from '../src/platform/clock.js';
import { Database, migrate, openPostgres } from '../src/platform/database/index.js';
import { HandlesJob } from '../src/platform/queue/index.js';
import { Redis } from '../src/platform/redis/index.js';
import { embeddedStoreIn } from './embedded-store.js';
import type { OwnRedis } from './own-redis.js';

/** A migrated, empty store of a test's own: an embedded one, or a database on TEST_DATABASE_URL. */
export async function aDatabase(): Promise<{ database: Database } & AsyncDisposable> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  const folder = await aFolder();
  const place = serverUrl ? await anEmptyDatabase(serverUrl) : undefined;
  const database = place ? new Database(await openPostgres(place.url, () => undefined)) : await embeddedStoreIn(folder.path);
  await migrate(database);
  return {
    database,
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await place?.[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Handles every job of the catalog that the test is not about, so that the process starts. */
export function standInFor(...names: JobName[]): Type {
  class StandIn {}
  for (const name of names) {
    const method = { value: () => Promise.resolve(), configurable: true };
    HandlesJob(name)(StandIn.prototype, name, method as TypedPropertyDescriptor<() => Promise<void>>);
    Object.defineProperty(StandIn.prototype, name, method);
  }
  return StandIn;
}

export function jobsBut(...names: JobName[]): JobName[] {
  return (Object.keys(jobs) as JobName[]).filter((name) => !names.includes(name));
}

/** Starts `imports` and `providers` on a real Redis and store, as a hub would. */
export async function aPlatform(parts: {
  imports: Type[];
  providers: Type[];
  database?: Database;
  own: Pick<OwnRedis, 'redis'>;
  PROCESS?: 'web' | 'all';
}): Promise<{ get: <T>(type: Type<T>) => T; close: () => Promise<void> }> {
  // Not embedded: several of these on one Redis are several nodes.
  const config = { ...loadConfig({}), embedded: false, PROCESS: parts.PROCESS ?? 'all' };
  const shared = [
    { provide: CONFIG, useValue: config },
    ...(parts.database ? [{ provide: Database, useValue: parts.database }] : []),
    { provide: Redis, useValue: keptOpen(parts.own.redis) },
    Clock,
  ];

  @Global()
  @Module({ providers: shared, exports: shared })
  class Ground {}

  @Module({ imports: [Ground, ...parts.imports], providers: parts.providers })
  class App {}

  const app = await NestFactory.createApplicationContext(App, { logger: false, abortOnError: false });
  return { get: (type) => app.get(type), close: () => app.close() };
}

/** Several apps of one test share a connection: it ends with the test, not with the first of them. */
function keptOpen(redis: Redis): Redis {
  return new Proxy(redis, {
    get: (target, name) => {
      if (name === 'beforeApplicationShutdown') return undefined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
