#!/usr/bin/env node
/**
 * Every command of the project: `node scripts/hub.mjs <command> [args]`, or `npm run <command>`.
 * It runs on the Node that the machine has, with nothing installed, brings what the command needs,
 * and then runs the command under the project's own Node.
 */
import { argumentsOf } from './lib/arguments.mjs';
import { endWith, watchOver } from './lib/life.mjs';
import { complain, say } from './lib/say.mjs';

const commands = {
  start: () => import('./commands/start.mjs'),
  test: () => import('./commands/test.mjs'),
  dev: () => import('./commands/dev.mjs'),
  check: () => import('./commands/check.mjs'),
  e2e: () => import('./commands/e2e.mjs'),
  bench: () => import('./commands/bench.mjs'),
  faults: () => import('./commands/faults.mjs'),
  cluster: () => import('./commands/cluster.mjs'),
  shots: () => import('./commands/shots.mjs'),
  generate: () => import('./commands/generate.mjs'),
  backup: () => import('./commands/server-command.mjs'),
  restore: () => import('./commands/server-command.mjs'),
  'audit:verify': () => import('./commands/server-command.mjs'),
};

const [name, ...args] = process.argv.slice(2);
const usage = `usage: node scripts/hub.mjs ${Object.keys(commands).join(' | ')}, and their names after it (README.md)`;

async function main() {
  const { flags, ...rest } = argumentsOf(args);
  if (name === '--help' || 'help' in flags) {
    say(usage);
    return 0;
  }
  if (!name || !Object.hasOwn(commands, name)) {
    complain(usage);
    return 2;
  }
  const { run } = await commands[name]();
  return run({ flags, ...rest }, name);
}

watchOver();
main().then(endWith, (error) => {
  complain(error instanceof Error && error.name === 'Hindrance' ? error.message : String(error?.stack ?? error));
  return endWith(1);
});
