import { createReadStream, createWriteStream, type Dirent } from 'node:fs';
import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack, type Pack } from 'tar-stream';

const chunkBytes = 256 * 1024;
const gzipLevel = 3;

/** What a start makes anew, or what is of a running store only: its folders belong into a backup, what is in them does not. */
const emptied = ['pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'];
const leftOut = /^(?:postmaster\.(?:pid|opts)|backup_label)$|(?:^|\/)pgsql_tmp/;
const logFolder = 'pg_wal';

/** A tar on its way to a file. */
export class StoreArchive {
  private readonly tar: Pack = pack();
  private readonly written: Promise<void>;

  constructor(path: string) {
    this.written = pipeline(this.tar as unknown as Readable, createGzip({ level: gzipLevel }), createWriteStream(path, { mode: 0o600 }));
    this.written.catch(() => undefined); // told by `finish`, or who destroyed it knows
  }

  /** Everything but the write-ahead log. The store may write meanwhile: what is torn by that, the log mends. */
  async addFiles(store: string): Promise<void> {
    const found = await readdir(store, { withFileTypes: true, recursive: true });
    const named = found.map((entry) => ({ entry, name: nameOf(entry, store) }));
    for (const { entry, name } of named) {
      const [top = ''] = name.split('/');
      if (leftOut.test(name)) continue;
      const isContent = name !== top;
      if (isContent && (emptied.includes(top) || (top === logFolder && entry.isFile()))) continue;
      if (entry.isDirectory()) this.tar.entry({ name, type: 'directory', mode: 0o700 });
      else if (entry.isFile()) await this.addFile(store, name);
    }
  }

  /** The write-ahead log between two of its files, both with it. Throws when the store has already let one go. */
  async addLog(store: string, first: string, last: string): Promise<void> {
    const names = await readdir(join(store, logFolder));
    const needed = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).toSorted();
    if (needed[0] !== first) throw new Error('the store let go of its log before it was copied');
    for (const name of needed) await this.addFile(store, `${logFolder}/${name}`);
  }

  addText(name: string, text: string): void {
    this.tar.entry({ name, mode: 0o600 }, text);
  }

  /** Resolves when all is in the file. */
  async finish(): Promise<void> {
    this.tar.finalize();
    await this.written;
  }

  abandon(): void {
    this.tar.destroy();
  }

  private async addFile(store: string, name: string): Promise<void> {
    const handle = await open(join(store, name)).catch(unlessGone);
    if (!handle) return;
    try {
      const { size } = await handle.stat();
      await pipeline(bytesOf(handle, size), this.tar.entry({ name, size, mode: 0o600 }) as unknown as NodeJS.WritableStream);
    } finally {
      await handle.close();
    }
  }
}

/** Puts what an archive holds into an empty folder. Throws when it is no archive, is cut short, or names a place outside. */
export async function unpackStore(archive: string, folder: string): Promise<void> {
  const tar = extract();
  const reading = pipeline(createReadStream(archive), createGunzip(), tar as unknown as NodeJS.WritableStream);
  const writing = (async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for await (const entry of tar) {
      const path = placeIn(folder, entry.header.name);
      if (entry.header.type === 'directory') {
        await mkdir(path, { recursive: true, mode: 0o700 });
        entry.resume();
        continue;
      }
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(entry as unknown as Readable, createWriteStream(path, { mode: 0o600 }));
    }
  })();
  await Promise.all([reading, writing]);
}

const nameOf = (entry: Dirent, store: string): string => relative(store, join(entry.parentPath, entry.name)).replaceAll(sep, '/');

function placeIn(folder: string, name: string): string {
  const path = resolve(folder, `.${sep}${name}`);
  if (path !== resolve(folder) && !path.startsWith(resolve(folder) + sep)) throw new Error(`a backup does not reach outside: ${name}`);
  return path;
}

/** As many bytes as the file had: one that has grown is cut there, one that has shrunk is filled up. The log has both. */
async function* bytesOf(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0;) {
    const chunk = Buffer.alloc(Math.min(chunkBytes, left));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length);
    const bytes = bytesRead === 0 ? chunk : chunk.subarray(0, bytesRead);
    yield bytes;
    left -= bytes.length;
  }
}

/** A table that was dropped, or a file that was of one statement only. */
function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
