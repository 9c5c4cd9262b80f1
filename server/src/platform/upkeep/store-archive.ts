import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, extname, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { ArchiveEnd, ArchiveOrder, ArchiveWord } from './archive-worker.js';

/** Beside this file, compiled or (in tests) as it is: Node runs both. */
const workerFile = new URL(`./archive-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * Packs a store's folder into a file while the store goes on. `end` is called when everything but the write-ahead log is
 * copied; it ends the backup and says which part of the log belongs to it. Rejects when the archive is not whole.
 */
export async function packStore(order: ArchiveOrder, end: () => Promise<ArchiveEnd>): Promise<void> {
  const worker = new Worker(workerFile, { workerData: order });
  try {
    await nextWord(worker, 'copied');
    worker.postMessage(await end());
    await nextWord(worker, 'packed');
  } finally {
    await worker.terminate();
  }
}

function nextWord(worker: Worker, expected: ArchiveWord['kind']): Promise<void> {
  return new Promise((resolveWord, reject) => {
    const over = () => reject(new Error('the thread that packs a backup ended'));
    worker.once('error', reject).once('exit', over);
    worker.once('message', (word: ArchiveWord) => {
      worker.off('error', reject).off('exit', over);
      if (word.kind === expected) resolveWord();
      else reject(new Error(word.kind === 'failed' ? word.message : `${word.kind} instead of ${expected}`));
    });
  });
}

/** Puts what an archive holds into an empty folder. Throws when it is no archive, is cut short, or names a place outside. */
export async function unpackStore(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const tar = extract();
  const reading = pipeline(createReadStream(archive), createGunzip(), tar as unknown as NodeJS.WritableStream);
  const writing = (async () => {
    for await (const entry of tar) {
      const path = placeIn(folder, entry.header.name);
      const isFolder = entry.header.type === 'directory';
      await mkdir(isFolder ? path : dirname(path), { recursive: true, mode: 0o700 });
      if (isFolder) entry.resume();
      else await pipeline(entry as unknown as Readable, createWriteStream(path, { mode: 0o600 }));
    }
  })();
  await Promise.all([reading, writing]);
}

function placeIn(folder: string, name: string): string {
  const root = resolve(folder);
  const path = resolve(root, `.${sep}${name}`);
  if (path !== root && !path.startsWith(root + sep)) throw new Error(`a backup does not reach outside: ${name}`);
  return path;
}
