import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { aFolder, aFreePort } from './places.js';
import { type Service, startService, untilReady } from './processes.js';

const runProgram = promisify(execFile);

/** A real PostgreSQL of one test or one run. `url` stays the same through `kill` and `start`, and so does what was committed. */
export type PostgresServer = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  pause(): void;
  resume(): void;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** A copy of everything as it stands now, taken while it runs; gone with the server. */
  copy(): Promise<PostgresCopy>;
  /** Killed, and started again as it was when the copy was taken: what a restore behind the hub's back does. */
  putBack(copy: PostgresCopy): Promise<void>;
};
export type PostgresCopy = { readonly path: string };

/** `await using postgres = await startPostgres()`. It survives a kill and, not syncing to disk, no power cut. `more`: settings, as `name=value`. */
export async function startPostgres(more: readonly string[] = []): Promise<PostgresServer> {
  const owner = unprivileged();
  const folder = await aFolder('yh-pg-');
  if (owner.uid !== undefined) chownSync(folder.path, owner.uid, owner.gid ?? owner.uid);
  const data = join(folder.path, 'data');
  const run = { ...owner, cwd: folder.path, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  execFileSync(binary('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
    ...run,
    stdio: 'pipe',
  });

  const port = await aFreePort();
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder.path}`,
    'fsync=off',
    'full_page_writes=off',
    'max_connections=200',
    ...more,
  ];
  let service: Service;
  let copies = 0;
  const start = async (): Promise<void> => {
    service = startService(binary('postgres'), ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])], run);
    await untilReady(service, 'postgres', () => answers(url));
  };
  await start();
  return {
    url,
    port,
    start,
    pause: () => service.pause(),
    resume: () => service.resume(),
    kill: () => service.kill('SIGKILL'),
    copy: async () => {
      const path = join(folder.path, `copy-${(copies += 1)}`);
      await runProgram(binary('pg_basebackup'), ['-d', url, '-D', path, '-c', 'fast', '-X', 'stream', '--no-sync'], run);
      return { path };
    },
    putBack: async ({ path }) => {
      await service.kill('SIGKILL');
      await rm(data, { recursive: true });
      await runProgram('cp', ['-a', path, data], run);
      await start();
    },
    [Symbol.asyncDispose]: async () => {
      service.resume();
      await service.kill('SIGINT'); // its fast way out: SIGTERM waits for clients
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** A new, empty database on a running server, dropped at the end of the scope. */
export type EmptyDatabase = AsyncDisposable & { readonly url: string };

export async function anEmptyDatabase(serverUrl: string): Promise<EmptyDatabase> {
  const name = `t${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
  await statement(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, [Symbol.asyncDispose]: () => statement(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // a server that is killed under us is what some tests are about
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  await statement(url, 'select 1');
  return true;
}

/** PostgreSQL refuses to run as root; its own user, or nobody, does it then. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => {
    for (const user of ['postgres', 'nobody']) {
      try {
        return Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }));
      } catch {
        continue;
      }
    }
    throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody');
  };
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Debian keeps the server's programs out of PATH, one folder a version; the newest is taken. */
function binary(name: 'initdb' | 'postgres' | 'pg_basebackup'): string {
  const folders = globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4]));
  const found = [...folders, ...(process.env['PATH'] ?? '').split(':')].map((folder) => join(folder, name)).find(existsSync);
  if (!found) throw new Error(`${name} is not installed: install PostgreSQL (on Debian: apt-get install postgresql)`);
  return found;
}
