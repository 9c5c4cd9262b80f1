import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { aFolder } from '@yunhui/testkit';
import { expect, test } from 'vitest';
import { aProgram } from '../../../test/source-program.js';
import { DataDir } from './data-dir.js';
import { askHub, holderOf } from './ask-hub.js';
import { socketPath } from './socket-path.js';

test('a second hub on the folder is refused with the pid and address of the first', async () => {
  await using folder = await aFolder();
  const first = await DataDir.take(folder.path, 'http://127.0.0.1:3000');
  await expect(DataDir.take(folder.path)).rejects.toThrow(`pid ${process.pid}, at http://127.0.0.1:3000`);
  await first.onApplicationShutdown();
  await (await DataDir.take(folder.path)).onApplicationShutdown();
});

test('the folder of a hub that was killed is taken over', async () => {
  await using folder = await aFolder();
  using program = aProgram(
    'platform/data-dir/data-dir.ts',
    `await source.DataDir.take(${JSON.stringify(folder.path)}); process.stdout.write('ready'); setInterval(() => {}, 1000);`,
  );
  const killed = spawn(process.execPath, [program.path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(killed.stdout, 'data');
  await expect(DataDir.take(folder.path)).rejects.toThrow(`pid ${killed.pid}`);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  await (await DataDir.take(folder.path)).onApplicationShutdown();
});

test('of many that take over a dead name at once, one has it', async () => {
  await using folder = await aFolder();
  await leaveADeadSocket(socketPath(folder.path, 'hub.sock'));
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => DataDir.take(folder.path)));
  const taken = tries.filter((attempt) => attempt.status === 'fulfilled');
  expect(taken).toHaveLength(1);
  expect(await holderOf(socketPath(folder.path, 'hub.sock'))).toEqual({ pid: process.pid });
  expect(readdirSync(folder.path)).toEqual(['hub.sock']);
  await taken[0]?.value.onApplicationShutdown();
  expect(readdirSync(folder.path)).toEqual([]);
});

test('a folder whose path is too long for a socket is locked all the same', async () => {
  await using folder = await aFolder();
  const deep = join(folder.path, 'a'.repeat(60), 'b'.repeat(60));
  await mkdir(deep, { recursive: true });
  const first = await DataDir.take(deep);
  expect(Buffer.byteLength(first.socket('redis.sock'))).toBeLessThan(104);
  await expect(DataDir.take(deep)).rejects.toThrow('already runs');
  await first.onApplicationShutdown();
});

test('a command asks the running hub, and hears its fault', async () => {
  await using folder = await aFolder();
  const hub = await DataDir.take(folder.path);
  hub.answers('backup', () => Promise.resolve({ file: 'a.tar.gz' }));
  hub.answers('audit-verify', () => Promise.reject(new Error('row 3 does not fit')));
  expect(await askHub(hub.socket('hub.sock'), 'backup')).toEqual({ file: 'a.tar.gz' });
  await expect(askHub(hub.socket('hub.sock'), 'audit-verify')).rejects.toThrow('row 3 does not fit');
  await hub.onApplicationShutdown();
});

test('the lock is let go after whatever works in the folder', async () => {
  await using folder = await aFolder();
  const hub = await DataDir.take(folder.path);
  let heldWhileClosing: unknown;
  hub.closesFirst(async () => void (heldWhileClosing = await holderOf(hub.socket('hub.sock'))));
  await hub.onApplicationShutdown();
  expect(heldWhileClosing).toEqual({ pid: process.pid });
  expect(await holderOf(socketPath(folder.path, 'hub.sock'))).toBeUndefined();
});

/** What a crash leaves: a name that is bound to nobody. */
async function leaveADeadSocket(path: string): Promise<void> {
  const program = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  await once(spawn(process.execPath, ['-e', program]), 'exit');
  await expect(
    new Promise((resolve, reject) =>
      createServer()
        .once('error', reject)
        .listen(path, resolve as () => void),
    ),
  ).rejects.toThrow('EADDRINUSE');
}
