import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone at the end of the scope. The path is short: a unix socket's address has 107 bytes. */
export type Folder = AsyncDisposable & { path: string };

/** `await using folder = await aFolder()` */
export async function aFolder(prefix = 'yh-'): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A loopback port that was free a moment ago. */
export async function aFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a listening TCP socket has a port');
  return address.port;
}
