import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tools } from './paths.mjs';
import { run } from './processes.mjs';
import { Hindrance, step } from './say.mjs';

/** The project's own Node and pnpm: a stock machine has an older Node and no pnpm. */
export const nodeVersion = '24.21.0';
export const pnpmVersion = '12.21.0';

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
const platform = `${process.platform}-${process.arch}`;

export const node = join(tools, `node_modules/node-${platform}/bin/node`);

/** Brings both from the npm registry into .tools, once. */
export async function bringTools() {
  if (!platforms.includes(platform)) throw new Hindrance(`云汇 runs on ${platforms.join(', ')}; this machine is ${platform}`);
  if (versionOf(`node-${platform}`) === nodeVersion && versionOf('pnpm') === pnpmVersion && existsSync(node)) return;
  step(`bringing Node ${nodeVersion} and pnpm ${pnpmVersion}`);
  const packages = [`node-${platform}@${nodeVersion}`, `pnpm@${pnpmVersion}`];
  const code = await run('npm', ['install', '--prefix', tools, '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...packages]);
  if (code !== 0) throw new Hindrance(`npm could not bring ${packages.join(' and ')}: is its registry reachable?`);
}

function versionOf(name) {
  try {
    return JSON.parse(readFileSync(join(tools, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}
