import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '@yunhui/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';

/** The command under test starts a program that has a child of its own and does not listen to SIGTERM. */
const stubborn = `process.on('SIGTERM', () => {}); const { pid } = require('node:child_process').spawn('sleep', ['300']);
  require('node:fs').writeFileSync(process.argv[1], process.pid + ' ' + pid); setInterval(() => {}, 1000);`;
const command = (file) => `
  import { endWith, watchOver } from '${import.meta.dirname}/life.mjs';
  import { start } from '${import.meta.dirname}/processes.mjs';
  watchOver();
  await start(process.execPath, ['-e', ${JSON.stringify(stubborn)}, ${JSON.stringify(file)}]).ended;
  await endWith(0);`;

/** npm, a shell, the command and what it started: the whole chain, with the pids of its members. */
async function aRunningCommand() {
  const folder = mkdtempSync(join(tmpdir(), 'yh-life-'));
  const script = join(folder, 'command.mjs');
  const pids = join(folder, 'pids');
  writeFileSync(script, command(pids));
  // The trailing `:` keeps the shell, as an npm on a machine with another sh has it.
  const npm = `const { pid } = require('node:child_process').spawn('sh', ['-c', '"$0" "$1" & echo $! > "$2.command"; wait; :', process.execPath, '${script}', '${pids}']);
    require('node:fs').writeFileSync('${pids}.sh', String(pid)); setInterval(() => {}, 1000);`;
  const top = spawn(process.execPath, ['-e', npm], { stdio: 'ignore', env: { ...process.env, npm_lifecycle_event: 'start' } });
  await expect.poll(() => read(pids), { timeout: 8_000 }).toMatch(/^\d+ \d+$/);
  const [program, grandchild] = read(pids).split(' ').map(Number);
  const chain = { npm: top.pid, sh: Number(read(`${pids}.sh`)), command: Number(read(`${pids}.command`)), program, grandchild };
  onTestFinished(() => Object.values(chain).forEach((pid) => isRunning(pid) && process.kill(pid, 'SIGKILL')));
  return chain;
}

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

describe('nothing that a command started', () => {
  test.concurrent.each(['npm', 'sh', 'command', 'program'])('outlives the kill of its %s by more than 2 s', async (member) => {
    const { npm, ...chain } = await aRunningCommand();
    process.kill(member === 'npm' ? npm : chain[member], 'SIGKILL');
    await sleep(2_000);
    expect(Object.entries(chain).filter(([, pid]) => isRunning(pid))).toEqual([]);
  });

  test.concurrent('is there 5 s after Ctrl-C', async () => {
    const { npm, ...chain } = await aRunningCommand();
    process.kill(chain.command, 'SIGINT');
    await sleep(5_000);
    expect(Object.entries(chain).filter(([, pid]) => isRunning(pid))).toEqual([]);
  });
});
