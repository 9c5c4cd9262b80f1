import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

export type Backup = { path: string; bytes: number };
/** What a backup is of: the embedded store as a tar, or a dump of PostgreSQL. */
export type BackupKind = 'tar.gz' | 'dump';

const kept = 6;

/** DATA_DIR/backups. A file is there whole or not at all, and on the disk when it is: this is what survives a power cut. */
export class BackupFolder {
  private readonly path: string;

  constructor(dataDir: string) {
    this.path = join(dataDir, 'backups');
  }

  /** Has `write` fill a file, keeps it under the name of this moment, and lets the oldest go. */
  async keep(kind: BackupKind, write: (path: string) => Promise<void>): Promise<Backup> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const path = join(this.path, `${new Date().toISOString().replaceAll(':', '-')}.${kind}`);
    const unfinished = `${path}.unfinished`;
    try {
      await write(unfinished);
      await sync(unfinished);
      await rename(unfinished, path);
      await sync(this.path);
    } finally {
      await rm(unfinished, { force: true });
    }
    await this.dropOldest(kind);
    return { path, bytes: (await stat(path)).size };
  }

  /** Oldest first. */
  async list(kind: BackupKind): Promise<string[]> {
    const names = await readdir(this.path).catch(() => []);
    return names.filter((name) => name.endsWith(`.${kind}`)).toSorted();
  }

  /** The one that is named, by path or by name in the folder; the newest when none is. */
  async find(kind: BackupKind, wanted: string | undefined): Promise<string | undefined> {
    if (wanted === undefined) {
      const newest = (await this.list(kind)).at(-1);
      return newest && join(this.path, newest);
    }
    for (const path of [wanted, join(this.path, basename(wanted))]) {
      if (
        await stat(path).then(
          (found) => found.isFile(),
          () => false,
        )
      )
        return path;
    }
    return undefined;
  }

  /** And what a death left unfinished. */
  private async dropOldest(kind: BackupKind): Promise<void> {
    const unfinished = (await readdir(this.path)).filter((name) => name.endsWith(`.${kind}.unfinished`));
    const old = [...(await this.list(kind)).slice(0, -kept), ...unfinished];
    await Promise.all(old.map((name) => rm(join(this.path, name), { force: true })));
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
