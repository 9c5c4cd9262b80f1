import { spawn } from 'node:child_process';
import { environment, root } from './paths.mjs';

/** Every process that we started and that still runs. */
const running = new Set();
let stopping = false;

/**
 * Starts a program in a process group of its own. It cannot outlive us: a shell holds the other end of a
 * pipe of ours and ends the group when that closes, however we ended; killed itself, it is started again.
 */
export function start(program, args, { env, cwd = root, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  if (stopping) return { pid: undefined, ended: new Promise(() => undefined) };
  const child = spawn(program, args, { cwd, env: environment(env), stdio, detached: true });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, error }));
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, signal }));
  }).then((end) => {
    running.delete(service);
    signalGroup(child.pid, 'SIGKILL'); // whatever it left behind
    return end;
  });
  const service = { child, pid: child.pid, ended };
  if (child.pid !== undefined) {
    running.add(service);
    guard(service);
  }
  return service;
}

/** Runs a program to its end, and answers with its exit code. */
export async function run(program, args, options) {
  const { code, error } = await start(program, args, options).ended;
  if (error) throw error;
  return code;
}

/** Runs a program quietly, and answers with its exit code and everything it said. */
export async function runQuietly(program, args, options = {}) {
  const service = start(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [service.child?.stdout, service.child?.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const { code, error } = await service.ended;
  return { code, output: error ? `${output}${error.message}\n` : output };
}

/** Asks everything to end, and kills what is still there after `patienceMs`. */
export async function stopAll(patienceMs) {
  stopping = true;
  const all = [...running];
  for (const { child } of all) child.kill('SIGTERM'); // the leader knows in which order its own things end
  const late = setTimeout(killAll, patienceMs);
  await Promise.all(all.map(({ ended }) => ended));
  clearTimeout(late);
}

export function killAll() {
  for (const { pid } of running) signalGroup(pid, 'SIGKILL');
}

function guard(service) {
  const script = `trap '' INT TERM HUP; read -r _ || { kill -TERM ${service.pid}; sleep 1; kill -KILL -${service.pid}; } 2>/dev/null`;
  const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.stdin.on('error', () => undefined);
  shell.once('exit', () => running.has(service) && guard(service));
  void service.ended.then(() => shell.stdin.end('ended\n'));
}

function signalGroup(pid, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // nobody is left in it
  }
}
