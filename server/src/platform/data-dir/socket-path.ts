import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../start-refused.js';

/** `sun_path` holds 104 bytes on the smallest system we run on; the rest is for the names tests and take-overs append. */
const longestPathBytes = 90;

/**
 * Where a socket of a data folder lives: in the folder, or, when that path is too long for the kernel,
 * in a private folder under /tmp named for it. Never under TMPDIR: two processes that see another TMPDIR
 * would look for the same lock in two places.
 */
export function socketPath(dataDir: string, name: string): string {
  const inside = join(realpathSync(dataDir), name);
  if (Buffer.byteLength(inside) <= longestPathBytes) return inside;
  const digest = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  return join(privateFolder(`/tmp/yunhui-${digest}`), name);
}

/** /tmp is everybody's: a folder that somebody else put there, or may write to, is refused. */
function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
  if (!ours) throw new StartRefused(`${path} belongs to somebody else: remove it, or choose a DATA_DIR with a shorter path`);
  return path;
}
