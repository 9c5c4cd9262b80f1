import { closeSync, fstatSync, openSync, readdirSync, readSync, writeSync, type Dirent } from 'node:fs';
import { setPriority } from 'node:os';
import { join, relative, sep } from 'node:path';
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

// A thread of its own that gives way: packing takes a whole processor for as long as it lasts, and whoever speaks meanwhile
// must not wait for it. All of it is synchronous, because the threads behind asynchronous files and zlib are the hub's.

/** What the thread is started with. */
export type ArchiveOrder = { store: string; path: string };
/** Asked of it once it has said `copied`: the log from its first file to its last, and how PostgreSQL finds its place in it. */
export type ArchiveEnd = { first: string; last: string; label: string };
export type ArchiveWord = { kind: 'copied' } | { kind: 'packed' } | { kind: 'failed'; message: string };

const chunkBytes = 1024 * 1024;
const gzipLevel = 3;
const lowest = 19;
/** What a start makes anew, or what is of a running store only: its folders belong into a backup, what is in them does not. */
const emptied = new Set(['pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans']);
const leftOut = /^(?:postmaster\.(?:pid|opts)|backup_label)$|(?:^|\/)pgsql_tmp/;
const logFolder = 'pg_wal';

const port = parentPort;
if (!port) throw new Error('archive-worker runs as a worker thread');
const { store, path } = workerData as ArchiveOrder;
const say = (word: ArchiveWord) => port.postMessage(word);

// Elsewhere a thread's priority is its process's.
if (process.platform === 'linux') setPriority(0, lowest);

const tar = pack();

/** Members one behind the other are a gzip file as well. */
const squeeze = () =>
  new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, gzipSync(chunk, { level: gzipLevel })),
  });

function intoFile(): Writable {
  const file = openSync(path, 'w', 0o600);
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at);
      done();
    },
    destroy(error, done) {
      closeSync(file);
      done(error);
    },
  });
}

/** As many bytes as the file had: one that has grown is cut there, one that has shrunk is filled up. The log has both. */
function* bytesOf(file: number, size: number): Generator<Buffer> {
  for (let left = size; left > 0;) {
    const chunk = Buffer.alloc(Math.min(chunkBytes, left));
    const read = readSync(file, chunk);
    const bytes = read === 0 ? chunk : chunk.subarray(0, read);
    yield bytes;
    left -= bytes.length;
  }
}

async function addFile(name: string): Promise<void> {
  const file = openIfThere(join(store, name));
  if (file === undefined) return;
  try {
    const { size } = fstatSync(file);
    await pipeline(bytesOf(file, size), tar.entry({ name, size, mode: 0o600 }) as unknown as NodeJS.WritableStream);
  } finally {
    closeSync(file);
  }
}

/** Gone is a table that was dropped, or a file that was of one statement only. */
function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

const nameOf = (entry: Dirent): string => relative(store, join(entry.parentPath, entry.name)).replaceAll(sep, '/');

function isWanted(name: string, isFile: boolean): boolean {
  const [top = ''] = name.split('/');
  if (leftOut.test(name) || (name !== top && emptied.has(top))) return false;
  return !(top === logFolder && isFile);
}

/** Everything but the write-ahead log. The store writes meanwhile: what is torn by that, the log mends. */
async function addFiles(): Promise<void> {
  for (const entry of readdirSync(store, { withFileTypes: true, recursive: true })) {
    const name = nameOf(entry);
    if (!isWanted(name, entry.isFile())) continue;
    if (entry.isDirectory()) tar.entry({ name, type: 'directory', mode: 0o700 });
    else if (entry.isFile()) await addFile(name);
  }
}

async function addLog({ first, last }: ArchiveEnd): Promise<void> {
  const needed = readdirSync(join(store, logFolder)).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last);
  if (!needed.includes(first)) throw new Error('the store let go of its log before it was copied');
  for (const name of needed.toSorted()) await addFile(`${logFolder}/${name}`);
}

const ending = new Promise<ArchiveEnd>((resolve) => port.once('message', resolve));
try {
  const written = pipeline(tar as unknown as Readable, squeeze(), intoFile());
  written.catch(() => undefined); // what broke it is thrown where it is awaited
  await addFiles();
  say({ kind: 'copied' });
  const end = await ending;
  await addLog(end);
  tar.entry({ name: 'backup_label', mode: 0o600 }, end.label);
  tar.finalize();
  await written;
  say({ kind: 'packed' });
} catch (error) {
  say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
