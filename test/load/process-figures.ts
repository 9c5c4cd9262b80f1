import { readFile } from 'node:fs/promises';
import { round } from './figures.js';

/** The kernel counts CPU time in these on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** CPU time that a process has used, with all its threads; 0 where there is no /proc. */
export async function secondsOfCpu(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024, 0);
}
