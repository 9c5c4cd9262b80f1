import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from '@yunhui/contracts';
import type { CountingSocket } from './counting-socket.js';
import { median, percentile, round } from './figures.js';
import { gather } from './many-viewers.js';
import { startNchan } from './peers/nchan.js';
import { type PeerKind, startPeer } from './peers/peer.js';
import { keepApart, secondsOfCpuBelow } from './process-figures.js';

/** What one system did at one pace, over several rounds: medians, and how far the rounds lie apart. */
export type FanOut = {
  system: 'hub' | PeerKind;
  perSecond: number;
  deliveries: number;
  /** Of those that should have arrived. */
  share: number;
  microsPerDelivery: number;
  /** Of each round. */
  costs: number[];
  spread: number;
  p50Ms?: number;
  p99Ms?: number;
};

/** One stretch of talk. */
export type Round = { deliveries: number; micros: number; latenciesMs: number[] };
export type FanOutSize = { viewers: number; rounds: number; seconds: number };

/** A tick, the bus and the slowest socket: after this everything said has arrived, or never will. */
const arrivalMs = 1_500;

/** What reached the viewers while `act` had something said, and what it cost. */
export async function measured(
  pid: number,
  viewers: readonly CountingSocket[],
  act: () => Promise<unknown>,
): Promise<Omit<Round, 'latenciesMs'>> {
  const counted = () => viewers.reduce((sum, viewer) => sum + viewer.deliveries, 0);
  const [before, cpuBefore] = [counted(), await secondsOfCpuBelow(pid)];
  await act();
  await sleep(arrivalMs);
  const deliveries = counted() - before;
  return { deliveries, micros: ((await secondsOfCpuBelow(pid)) - cpuBefore) * 1e6 };
}

/** The rounds of a system at one pace, told as one. */
export function inOne(system: FanOut['system'], perSecond: number, { viewers, seconds }: FanOutSize, rounds: readonly Round[]): FanOut {
  const costs = rounds.map(({ deliveries, micros }) => micros / deliveries);
  const latencies = rounds.flatMap(({ latenciesMs }) => latenciesMs);
  const deliveries = median(rounds.map((one) => one.deliveries));
  return {
    system,
    perSecond,
    deliveries,
    share: round(deliveries / (viewers * perSecond * seconds), 3),
    microsPerDelivery: round(median(costs), 3),
    costs: costs.map((cost) => round(cost, 3)),
    spread: round(Math.max(...costs) - Math.min(...costs), 3),
    ...(latencies.length > 0 && { p50Ms: round(percentile(latencies, 0.5)), p99Ms: round(percentile(latencies, 0.99)) }),
  };
}

/** A peer, given the same bytes to hand to as many sockets; no results of one that is not there. */
export async function fanOutOfPeer(kind: PeerKind, entry: Entry, paces: readonly number[], size: FanOutSize): Promise<FanOut[]> {
  await using peer = await (kind === 'nchan' ? startNchan() : startPeer(kind));
  if (!peer) return [];
  const viewers = await gather(peer.url, size.viewers);
  await keepApart(peer.pid);
  const results: FanOut[] = [];
  for (const perSecond of paces) {
    const rounds: Round[] = [];
    for (let turn = 0; turn < size.rounds; turn += 1) {
      const speak = () => peer.speak({ entry, perSecond, seconds: size.seconds });
      rounds.push({ ...(await measured(peer.pid, viewers, speak)), latenciesMs: [] });
    }
    results.push(inOne(kind, perSecond, size, rounds));
  }
  for (const viewer of viewers) viewer.close();
  return results;
}
