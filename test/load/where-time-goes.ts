import { readdir, readFile } from 'node:fs/promises';
import { round } from './figures.js';
import { secondsOfCpu, secondsOfCpuBelow } from './process-figures.js';

/** CPU time of an embedded hub by what uses it, in seconds: accepting and sending, the store, Redis, and V8's helpers. */
export type Uses = { main: number; store: number; redis: number; others: number };

const nameOfThread: Record<string, 'main' | 'store'> = { MainThread: 'main', WorkerThread: 'store' };
const ticksPerSecond = 100;

/** How much of it was used so far. */
export async function usesOf(pid: number): Promise<Uses> {
  const uses: Uses = { main: 0, store: 0, redis: (await secondsOfCpuBelow(pid)) - (await secondsOfCpu(pid)), others: 0 };
  for (const thread of await readdir(`/proc/${pid}/task`)) {
    const stat = await readFile(`/proc/${pid}/task/${thread}/stat`, 'utf8').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    uses[nameOfThread[name] ?? 'others'] += (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
  }
  return uses;
}

/** What each use took between two looks, in cores over so many seconds. */
export function perSecondOf(before: Uses, after: Uses, seconds: number): Uses {
  const share = (use: keyof Uses): number => (after[use] - before[use]) / seconds;
  return { main: share('main'), store: share('store'), redis: share('redis'), others: share('others') };
}

/** The same in words, in percent of a core. */
export function inPercent(before: Uses, after: Uses, seconds: number): string {
  const { main, store, redis, others } = perSecondOf(before, after, seconds);
  const [ofMain, ofStore, ofRedis, ofOthers] = [main, store, redis, others].map((share) => round(share * 100));
  return `main thread ${ofMain} %, store ${ofStore} %, Redis ${ofRedis} %, others ${ofOthers} % of a core`;
}
