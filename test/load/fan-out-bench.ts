import { cpus } from 'node:os';
import type { Entry, Frame } from '@yunhui/contracts';
import { startHub } from '../harness/hub.js';
import type { CountingSocket } from './counting-socket.js';
import { Crowd, someRooms } from './crowd.js';
import { median, percentile, round } from './figures.js';
import { gather } from './many-viewers.js';
import { type PeerKind, startPeer } from './peers/peer.js';
import { keepOnCore, secondsOfCpuBelow } from './process-figures.js';
import { talkSteadily } from './steady-talk.js';

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

type Round = { deliveries: number; micros: number; latenciesMs: number[] };
export type FanOutSize = { viewers: number; rounds: number; seconds: number };

const [serverCore, loadCore] = [0, 1];
/** A tick, the bus and the slowest socket: after this everything said has arrived, or never will. */
const arrivalMs = 1_500;

/** Server and load stay apart where the machine has two cores; on one they cannot. */
async function apart(pid: number): Promise<void> {
  if (cpus().length < 2) return;
  await keepOnCore(pid, serverCore);
  await keepOnCore(process.pid, loadCore);
}

async function measured(pid: number, viewers: readonly CountingSocket[], act: () => Promise<number[]>): Promise<Round> {
  const counted = () => viewers.reduce((sum, viewer) => sum + viewer.deliveries, 0);
  const [before, cpuBefore] = [counted(), await secondsOfCpuBelow(pid)];
  const latenciesMs = await act();
  await new Promise((resolve) => setTimeout(resolve, arrivalMs));
  const deliveries = counted() - before;
  return { deliveries, micros: ((await secondsOfCpuBelow(pid)) - cpuBefore) * 1e6, latenciesMs };
}

function inOne(system: FanOut['system'], perSecond: number, { viewers, seconds }: FanOutSize, rounds: readonly Round[]): FanOut {
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

/** The hub, on its whole path: every message is accepted, judged, kept and acknowledged before it is delivered. */
export async function fanOutOfHub(paces: readonly number[], size: FanOutSize): Promise<{ results: FanOut[]; entry: Entry }> {
  await using hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0', DEMO: 'on', DEMO_VISITORS: 'off' });
  const topics = await someRooms(hub.address, 1);
  const said = new Map<number, number>();
  const heard: number[] = [];
  let entry: Entry | undefined;
  const listen = ({ entries }: Frame): void => {
    for (const one of entries) {
      const text = one.kind === 'message' && 'text' in one.message ? one.message.text : '';
      const saidAt = said.get(Number(/\d+$/.exec(text)?.[0] ?? -1));
      if (saidAt === undefined) continue;
      heard.push(performance.now() - saidAt);
      entry = one as Entry;
    }
  };
  using people = await Crowd.gather({ url: hub.address, topics, senders: 50, watchersPerTopic: 0, onFrame: listen });
  const viewers = await gather(hub.address, size.viewers, topics[0]);
  await apart(hub.pid());
  const results: FanOut[] = [];
  for (const perSecond of paces) {
    const rounds: Round[] = [];
    for (let turn = 0; turn < size.rounds; turn += 1) {
      const one = await measured(hub.pid(), viewers, async () => {
        said.clear();
        heard.length = 0;
        const onSay = (index: number): void => void said.set(index, performance.now());
        await talkSteadily(people.senders, topics, { perSecond, seconds: size.seconds, onSay });
        return [];
      });
      rounds.push({ ...one, latenciesMs: [...heard] });
    }
    results.push(inOne('hub', perSecond, size, rounds));
  }
  for (const viewer of viewers) viewer.close();
  if (!entry) throw new Error('nothing that was said was heard');
  return { results, entry };
}

/** A peer, given the same bytes to hand to as many sockets. */
export async function fanOutOfPeer(kind: PeerKind, entry: Entry, paces: readonly number[], size: FanOutSize): Promise<FanOut[]> {
  using peer = await startPeer(kind);
  const viewers = await gather(peer.url, size.viewers);
  await apart(peer.pid);
  const results: FanOut[] = [];
  for (const perSecond of paces) {
    const rounds: Round[] = [];
    for (let turn = 0; turn < size.rounds; turn += 1) {
      const speak = () => peer.speak({ entry, perSecond, seconds: size.seconds }).then(() => []);
      rounds.push(await measured(peer.pid, viewers, speak));
    }
    results.push(inOne(kind, perSecond, size, rounds));
  }
  for (const viewer of viewers) viewer.close();
  return results;
}
