import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { anEmptyDatabase, startPostgres } from './postgres.js';
import { isRunning, startService } from './processes.js';
import { startRedis } from './redis.js';
import { startStores } from './stores.js';

describe('the services of a test', () => {
  test('a Redis comes back empty on the same address, and is gone at the end of the scope', async () => {
    let port: number;
    {
      await using redis = await startRedis();
      port = redis.port;
      await redis.kill();
      await redis.start();
      expect(await answers(port)).toBe(true);
    }
    expect(await answers(port)).toBe(false);
  });

  test('a PostgreSQL keeps what was committed through a kill', async () => {
    await using postgres = await startPostgres();
    await query(postgres.url, 'create table kept (id int); insert into kept values (7)');
    await postgres.kill();
    await postgres.start();
    expect(await query(postgres.url, 'select id from kept')).toEqual([{ id: 7 }]);
  });

  test('a database of its own is dropped at the end of the scope', async () => {
    await using postgres = await startPostgres();
    {
      await using database = await anEmptyDatabase(postgres.url);
      await query(database.url, 'create table mine (id int)');
    }
    expect(await query(postgres.url, "select 1 from pg_database where datname like 't%\\_%'")).toEqual([]);
  });

  test('stores are embedded or production by the run, and leave no folder', async () => {
    const stores = await startStores();
    expect(stores.embedded).toBe(!process.env['TEST_DATABASE_URL']);
    expect(Boolean(stores.env.DATABASE_URL)).toBe(Boolean(stores.env.REDIS_URL));
    await stores[Symbol.asyncDispose]();
    expect(existsSync(stores.env.DATA_DIR)).toBe(false);
  });

  test('a service does not outlive whoever started it', async () => {
    const starter = `
      import { startService } from '${new URL('../dist/index.js', import.meta.url).href}';
      console.log(startService('sleep', ['60']).pid);
      process.kill(process.pid, 'SIGKILL');`;
    const killed = startService(process.execPath, ['--input-type=module', '-e', starter]);
    await killed.exited;
    const pid = Number(killed.output());
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isRunning(pid), { timeout: 2_000 }).toBe(false);
  });

  test('a paused service is still there, and goes on', async () => {
    await using service = startService('sh', ['-c', 'while sleep 0.05; do echo tick; done']);
    await expect.poll(service.output).toContain('tick');
    service.pause();
    await sleep(100);
    const before = service.output();
    await sleep(300);
    expect(service.output()).toBe(before);
    service.resume();
    await expect.poll(service.output).not.toBe(before);
  });
});

async function query(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
