import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A real process that a test may stop, pause and kill. Disposing of it ends it. */
export type Service = AsyncDisposable & {
  readonly pid: number;
  /** Whatever it said so far, for the message of a failed test. */
  readonly output: () => string;
  /** SIGSTOP: it is there, and answers nothing. */
  pause(): void;
  resume(): void;
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Says something over the IPC channel and waits for the answer. */
  ask(message: object): Promise<unknown>;
  readonly exited: Promise<void>;
};

export type ServiceOptions = { cwd?: string; env?: NodeJS.ProcessEnv; uid?: number; gid?: number; ipc?: boolean };

/**
 * Starts a process that cannot outlive the test run: a shell holds our end of a pipe, and ends the
 * process when the pipe closes, however we ended.
 */
export function startService(command: string, args: string[], options: ServiceOptions = {}): Service {
  const { ipc = false, ...spawning } = options;
  const child = spawn(command, args, { ...spawning, stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])] });
  const output = collect(child);
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('error', () => undefined); // `exited` tells, and whoever waits for readiness says what was missing
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command} did not start`);
  const guard = spawn('sh', ['-c', `read -r _ || kill -9 ${pid}`], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  void exited.then(() => guard.stdin.end('ended\n'));

  const kill = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await Promise.race([exited, sleep(5_000).then(() => child.kill('SIGKILL'))]);
    await exited;
  };
  return {
    pid,
    output,
    exited,
    kill,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    ask: async (message) => {
      const answer = once(child, 'message');
      child.send(message);
      return ((await answer) as [unknown])[0];
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGCONT');
      await kill();
    },
  };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer): void => void (text = (text + chunk.toString()).slice(-64_000));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

/** Asks until the answer is yes. A service that ended meanwhile, or never answers, fails with what it said. */
export async function untilReady(service: Service, name: string, ready: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  let over = false;
  void service.exited.then(() => (over = true));
  while (!(await ready().catch(() => false))) {
    if (over) throw new Error(`${name} ended at its start:\n${service.output()}`);
    if (Date.now() > deadline) throw new Error(`${name} was not ready within ${withinMs} ms:\n${service.output()}`);
    await sleep(50);
  }
}

/** Whether a process still runs. One that ended and was not yet collected by its parent (a zombie) does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return process.platform !== 'linux';
  return !/\) [ZX] /.test(readFileSync(stat, 'utf8'));
}

/** Whether a process is held by a SIGSTOP; known on Linux only. */
export function isStopped(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && /\) T /.test(readFileSync(stat, 'utf8'));
}
