import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, isRunning, startService } from '@yunhui/testkit';
import { expect, test } from 'vitest';
import { aProgram } from '../../../test/source-program.js';
import { PrivateRedis } from './private-redis.js';
import { Redis } from './redis.js';
import { parseInfo } from './requirements.js';
import { answersOn } from './unix-redis.js';

const within = (timeout: number) => ({ timeout, interval: 20 });

/** A second process that holds a private Redis, as a hub does. */
async function aHolder(folder: string) {
  const socket = join(folder, 'redis.sock');
  const program = aProgram(
    'platform/redis/private-redis.ts',
    `await source.PrivateRedis.start(${JSON.stringify(socket)}, ${JSON.stringify(folder)}); process.stdout.write('ready'); setInterval(() => {}, 1000);`,
  );
  const holder = spawn(process.execPath, [program.path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return { socket, holder, [Symbol.dispose]: () => (holder.kill('SIGKILL'), program[Symbol.dispose]()) };
}

/** Redis's own process, and the shell above it. */
async function processesOf(socket: string): Promise<{ server: number; guard: number }> {
  const redis = await Redis.connect(`unix://${socket}`);
  const server = Number(parseInfo(await redis.client.info('server')).get('process_id'));
  await redis.beforeApplicationShutdown();
  return { server, guard: Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${server}/status`, 'utf8'))?.[1]) };
}

test('does not outlive a hub that was killed', async () => {
  await using folder = await aFolder();
  using held = await aHolder(folder.path);
  const { server, guard } = await processesOf(held.socket);
  held.holder.kill('SIGKILL');
  await expect.poll(() => isRunning(server) || isRunning(guard), within(2_000)).toBe(false);
});

test('does not outlive the hub even when the shell above it was killed first', async () => {
  await using folder = await aFolder();
  using held = await aHolder(folder.path);
  const { server, guard } = await processesOf(held.socket);
  held.holder.kill('SIGSTOP'); // so that it starts no other meanwhile
  process.kill(guard, 'SIGKILL');
  expect(isRunning(server)).toBe(true);
  held.holder.kill('SIGKILL');
  await expect.poll(() => isRunning(server), within(2_000)).toBe(false);
});

test('is started again within two seconds when it dies', async () => {
  await using folder = await aFolder();
  const socket = join(folder.path, 'redis.sock');
  const redis = await PrivateRedis.start(socket, folder.path);
  const { server } = await processesOf(socket);
  process.kill(server, 'SIGKILL');
  await expect.poll(() => isRunning(server), within(2_000)).toBe(false);
  await expect.poll(() => answersOn(socket), within(2_000)).toBe(true);
  await redis.stop();
});

test('shuts down the orphan it finds on its socket', async () => {
  await using folder = await aFolder();
  const socket = join(folder.path, 'redis.sock');
  await using orphan = startService('redis-server', ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder.path]);
  await expect.poll(() => answersOn(socket), within(3_000)).toBe(true);

  const redis = await PrivateRedis.start(socket, folder.path);
  await orphan.exited;
  expect(await answersOn(socket)).toBe(true);
  await redis.stop();
  expect(await answersOn(socket)).toBe(false);
});

test('writes nothing to the folder', async () => {
  await using folder = await aFolder();
  const server = await PrivateRedis.start(join(folder.path, 'redis.sock'), folder.path);
  const redis = await Redis.connect(server.url);
  await redis.client.set('any', 'value');
  await redis.beforeApplicationShutdown();
  await server.stop();
  expect(readdirSync(folder.path)).toEqual([]);
});

test('says what to install when there is no redis-server', async () => {
  await using folder = await aFolder();
  const place = JSON.stringify(folder.path);
  using program = aProgram(
    'platform/redis/private-redis.ts',
    `await source.PrivateRedis.start(${place} + '/redis.sock', ${place}).catch((error) => process.stdout.write(error.message)); process.exit();`,
  );
  const alone = spawn(process.execPath, [program.path], { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: folder.path } });
  const [said] = (await once(alone.stdout, 'data')) as [Buffer];
  expect(said.toString()).toMatch(/^redis-server is not on the PATH\. Install Redis 7/);
});
