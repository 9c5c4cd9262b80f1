import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run, runQuietly } from './processes.mjs';
import { Hindrance, step } from './say.mjs';
import { programPath } from './system-packages.mjs';
import { bringTools } from './tools.mjs';

/**
 * Brings what a command needs, and does nothing where it is there already: our Node and pnpm, the
 * dependencies of the lockfile, Redis unless an address names another, and a build of the sources as they are.
 */
export async function bootstrap({ redis = true, build = true } = {}) {
  await bringTools();
  if (redis && !process.env.REDIS_URL) await programPath('redis');
  await installDependencies();
  if (build) await buildAll();
}

async function installDependencies() {
  const mark = join(root, 'node_modules/.hub-installed');
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  if (readOr(mark, '') === hash) return;
  step('installing dependencies');
  const code = await run('pnpm', [
    'install',
    '--frozen-lockfile',
    '--config.confirmModulesPurge=false',
    '--reporter=append-only',
    '--loglevel=error',
  ]);
  if (code !== 0) throw new Hindrance('pnpm could not install the dependencies of pnpm-lock.yaml: see above');
  writeFileSync(mark, hash);
}

/** turbo builds what changed since the last build, and takes the rest from its cache. */
export async function buildAll(filters = []) {
  const slow = setTimeout(() => step('building'), 1_500);
  const { code, output } = await runQuietly('turbo', [
    'run',
    'build',
    '--output-logs=errors-only',
    ...filters.map((filter) => `--filter=${filter}`),
  ]);
  clearTimeout(slow);
  if (code !== 0) throw new Hindrance(`The build failed:\n${output}`);
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}
