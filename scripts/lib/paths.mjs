import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const tools = join(root, '.tools');
/** What a run leaves for its reader: reports, figures, traces. */
export const reports = join(root, '.hub');

/** glibc gives each thread a heap of its own and keeps what was freed in it: the hub's dozen threads held 100 MB that way. */
const fewHeaps = process.env.MALLOC_ARENA_MAX ?? '2';

/** The environment of everything we start: the project's own Node, pnpm and programs first. */
export function environment(more = {}) {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command|config_local_prefix)/.test(name));
  const path = [join(tools, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(':');
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }; // what goes to a file is read as text
  return { ...Object.fromEntries(own), PATH: path, TURBO_TELEMETRY_DISABLED: '1', MALLOC_ARENA_MAX: fewHeaps, ...plain, ...more };
}
