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
      const now = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const kept = keepNewest(now, read(join(folder, list)));
      writeFileSync(join(folder, list), JSON.stringify(kept));
      const wanted = new Set(kept.flat());
      for (const file of readdirSync(join(folder, 'assets'))) {
        const name = `assets/${file.replace(/\.(?:br|gz)$/, '')}`;
        if (!wanted.has(name)) rmSync(join(folder, 'assets', file));
      }
    },
  };
}

/** The same build made twice is one build. */
export function keepNewest(now: readonly string[], before: Builds): Builds {
  const newest = now.toSorted();
  return [newest, ...before.filter((build) => build.join() !== newest.join())].slice(0, builds);
}

function read(file: string): Builds {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Builds) : [];
}
