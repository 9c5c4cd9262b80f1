import { readFileSync } from 'node:fs';
import { killAll, stopAll } from './processes.mjs';

/** Ctrl-C ends everything within 5 s, and nothing outlives a killed npm by more than 2 s. */
const patienceMs = 4_000;
const orphanPatienceMs = 1_000;
const lookEveryMs = 300;

/** A Ctrl-C comes twice, from the terminal and passed on by npm; one that comes later is somebody who will not wait. */
const oneAskMs = 1_000;

let endingSince;

async function end(code, patience) {
  if (endingSince !== undefined) {
    if (Date.now() - endingSince > oneAskMs) killAll();
    return;
  }
  endingSince = Date.now();
  await stopAll(patience);
  process.exit(code);
}

/** Ends the command with this exit code, and everything it started. */
export function endWith(code) {
  return end(code, patienceMs);
}

/** Signals end everything; so does the death of the npm that runs us, which sends none when it is killed. */
export function watchOver() {
  process.on('SIGINT', () => void end(130, patienceMs));
  process.on('SIGTERM', () => void end(143, patienceMs));
  process.on('SIGHUP', () => void end(129, orphanPatienceMs));
  if (!process.env.npm_lifecycle_event) return; // started by hand: that shell may close, as it may with any program
  const parent = process.ppid;
  const grandparent = parentOfShell(parent);
  setInterval(() => {
    if (process.ppid !== parent || parentOfShell(parent) !== grandparent) void end(129, orphanPatienceMs);
  }, lookEveryMs).unref();
}

/** npm runs a script through a shell, which stays when npm is killed: that shell's parent is looked at too. */
function parentOfShell(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, name, , ppid] = /^\d+ \((.*)\) (\S) (\d+) /.exec(stat) ?? [];
    return /^(sh|dash|bash|ash)$/.test(name ?? '') ? Number(ppid) : undefined;
  } catch {
    return undefined; // no /proc: the direct parent alone is watched
  }
}
