import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Files of builds, the newest first. */
type Builds = string[][];

const builds = 2;
const list = '.builds.json';

/**
 * Keeps the hashed files of the build before: a tab that was opened before a deploy goes on finding its parts.
 * What is older goes, with its compressed twins; a tab as old as that is loaded again once (`app/new-build.ts`).
 */
export function oldBuilds(): Plugin {
  let folder = '';
  return {
    name: 'old-builds',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    writeBundle(_options, bundle) {
      settle(
        folder,
        Object.keys(bundle).filter((name) => name.startsWith('assets/')),
      );
    },
  };
}

/**
 * Writes down that a folder's newest build has these files, and takes away what no kept build needs. A hub that serves
 * the folder may be compressing it: what it was writing may be gone before it is our turn to take it away.
 */
export function settle(folder: string, now: readonly string[]): void {
  const kept = keepNewest(now, buildsIn(folder));
  writeFileSync(join(folder, list), JSON.stringify(kept));
  const wanted = new Set(kept.flat());
  for (const file of readdirSync(join(folder, 'assets'))) {
    const name = `assets/${file.replace(/\.(?:br|gz)$/, '')}`;
    if (!wanted.has(name)) rmSync(join(folder, 'assets', file), { force: true });
  }
}

/** The same build made twice is one build. */
export function keepNewest(now: readonly string[], before: Builds): Builds {
  const newest = now.toSorted();
  return [newest, ...before.filter((build) => build.join() !== newest.join())].slice(0, builds);
}

/** The builds whose files a folder has. */
export function buildsIn(folder: string): Builds {
  const file = join(folder, list);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Builds) : [];
}
