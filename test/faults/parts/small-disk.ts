import { execFileSync } from 'node:child_process';
import { statfs, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aFolder } from '@yunhui/testkit';

/** A disk of its own that a test can fill without filling anybody else's. */
export type SmallDisk = AsyncDisposable & { readonly path: string; fill(): Promise<void>; free(): Promise<void> };

/** Mounting needs root; who is not is told so, for a full disk cannot be played. */
export function mayMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** `await using disk = await aSmallDisk(300)` */
export async function aSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await aFolder('yh-disk-');
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder.path]);
  const ballast = join(folder.path, 'ballast');
  return {
    path: folder.path,
    fill: async () => {
      const { bavail, bsize } = await statfs(folder.path);
      await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(ranOut);
      await writeFile(join(folder.path, 'last'), Buffer.alloc(bsize)).catch(ranOut);
    },
    free: async () => {
      for (const name of ['ballast', 'last']) await rm(join(folder.path, name), { force: true });
    },
    [Symbol.asyncDispose]: async () => {
      execFileSync('umount', ['--lazy', folder.path]);
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** That it does not fit is what was wanted. */
function ranOut(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOSPC') throw error;
}
