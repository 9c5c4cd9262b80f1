import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { promisify } from 'node:util';
import { round } from './figures.js';

/** The kernel counts CPU time in these on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** CPU time that a process has used, with all its threads; 0 where there is no /proc. */
export async function secondsOfCpu(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

/** CPU time of a process and everything it has started, with all threads of each. */
export async function secondsOfCpuBelow(pid: number): Promise<number> {
  const below = await childrenOf(pid);
  const each = await Promise.all([secondsOfCpu(pid), ...below.map(secondsOfCpuBelow)]);
  return each.reduce((sum, seconds) => sum + seconds, 0);
}

/** What a process has started itself; a child that is between two parents is asked for under its own. */
export async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')));
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

/** Keeps a process, its threads and its children on one core. */
export async function keepOnCore(pid: number, core: number): Promise<void> {
  await promisify(execFile)('taskset', ['-a', '-c', '-p', String(core), String(pid)]);
  for (const child of await childrenOf(pid)) await keepOnCore(child, core);
}

const [serverCore, loadCore] = [0, 1];

/**
 * Keeps servers on one core and this process, the load, on another, where the machine has two. The servers are told last:
 * they are this process's children, and would go where it goes.
 */
export async function keepApart(...servers: readonly number[]): Promise<void> {
  if (cpus().length < 2) return;
  await keepOnCore(process.pid, loadCore);
  for (const server of servers) await keepOnCore(server, serverCore);
}

export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024, 0);
}

/** The program that a process runs; nothing when it is gone. */
export async function programOf(pid: number): Promise<string | undefined> {
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined))?.trim();
}
