import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';

/** What a program may take at most. */
export type Bounds = { timeMs: number; memoryMb: number; outputBytes: number };
type Running = { program: string; args: readonly string[]; input?: Buffer; bounds: Bounds; signal?: AbortSignal };

/** It did not end well, or was not let. `said`: the end of what it wrote about that, for the log. */
export class ChildFailed extends Error {
  override readonly name = 'ChildFailed';

  constructor(
    readonly why: 'ended badly' | 'took too long' | 'took too much memory' | 'said too much' | 'stopped',
    readonly said: string,
  ) {
    super(said ? `${why}: ${said}` : why);
  }
}

const saidAtMost = 2_000;
const lookEachMs = 50;

/**
 * Runs a program on bytes that nobody knows, and gives what it writes. It has no environment, so no secret; it yields to everybody else;
 * and when it takes more than its bounds it is killed with everything that it started: it leads a process group of its own.
 */
export async function runBounded({ program, args, input, bounds, signal }: Running): Promise<Buffer> {
  if (signal?.aborted) throw new ChildFailed('stopped', '');
  const child = spawn(program, args, { detached: true, env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  let [bytes, said] = [0, ''];
  let why: ChildFailed['why'] = 'ended badly';
  const end = (reason: ChildFailed['why']): void => {
    why = reason;
    killGroup(child);
  };
  const stop = (): void => end('stopped');
  const timers = [setTimeout(() => end('took too long'), bounds.timeMs), watchMemory(child, bounds.memoryMb, end)];
  signal?.addEventListener('abort', stop, { once: true });
  child.stdout.on('data', (part: Buffer) => {
    output.push(part);
    bytes += part.length;
    if (bytes > bounds.outputBytes) end('said too much');
  });
  child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-saidAtMost)));
  child.stdin.on('error', () => undefined); // it has seen enough of it: how it ends says whether that is well
  child.stdin.end(input);
  yieldToOthers(child);
  try {
    const code = await ended(child);
    if (code === 0 && why === 'ended badly') return Buffer.concat(output);
    throw new ChildFailed(why, said.trim());
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    killGroup(child);
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

/** Also what it started, and what of it is left when it has ended by itself. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody is left of it
  }
}

function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // it has ended already
  }
}

/** Where a process shows what it has (Linux); elsewhere the program's own limits have to do. */
function watchMemory({ pid }: ChildProcess, memoryMb: number, end: (why: ChildFailed['why']) => void): NodeJS.Timeout {
  return setInterval(() => {
    readFile(`/proc/${pid}/status`, 'utf8').then(
      (status) => {
        const residentKb = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
        if (residentKb > memoryMb * 1024) end('took too much memory');
      },
      () => undefined, // it has ended, or nothing is shown here
    );
  }, lookEachMs);
}
