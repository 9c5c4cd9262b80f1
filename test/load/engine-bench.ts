import type { Snapshot } from '@yunhui/contracts';
import { startHub } from '../harness/hub.js';
import { Crowd, someRooms } from './crowd.js';
import { calibrate, round } from './figures.js';
import { keepResult, lastResult, worseThan } from './last-result.js';
import { residentMb, secondsOfCpu } from './process-figures.js';
import type { Minute } from './minute-tally.js';
import { talkSteadily } from './steady-talk.js';

export type EngineBenchOptions = {
  minutes: number;
  perSecond: number;
  /** Where the last result lies, which this one is compared with and then put over. Left out: neither. */
  resultFile?: string;
};

export type EngineBenchResult = {
  ok: boolean;
  /** What was promised and not kept. */
  broken: string[];
  perSecond: number;
  minutes: Minute[];
  /** ack p99 of each minute, by which two runs are compared. */
  rounds: number[];
  /** ack p99 of the last minute by that of the first. */
  ratio: number;
  calibrationMs: { before: number; after: number };
  hub: { cpuCores: number; residentMb: { first: number; last: number } };
  framesSeen: number;
};

/** The engine holds if it is no slower at the end than this, by the beginning. */
const ratioAllowed = 1.5;
/** Code that has just started is slow: a first minute measured cold would forgive a slow last one. */
const warmUpSeconds = 20;
const crowd = { senders: 50, watchersPerTopic: 25 };
const rooms = 4;

/** Talk at a steady pace on a hub with the embedded store: whether acks stay as quick as they were. */
export async function runEngineBench({ minutes, perSecond, resultFile }: EngineBenchOptions): Promise<EngineBenchResult> {
  const before = calibrate();
  await using hub = await startHub({ RATE_LIMITS: 'off', DEMO: 'on', DEMO_VISITORS: 'off' });
  const topics = await someRooms(hub.address, rooms);
  using people = await Crowd.gather({ ...crowd, url: hub.address, topics });
  await talkSteadily(people.senders, topics, { perSecond, seconds: warmUpSeconds });

  const firstMb = await residentMb(hub.pid());
  const [cpuAtStart, startedAt] = [await secondsOfCpu(hub.pid()), performance.now()];
  const talk = await talkSteadily(people.senders, topics, { perSecond, seconds: minutes * 60 });
  const cpuCores = ((await secondsOfCpu(hub.pid())) - cpuAtStart) / ((performance.now() - startedAt) / 1_000);
  const residents = { first: firstMb, last: await residentMb(hub.pid()) };

  const ratio = round((talk.minutes.at(-1)?.p99Ms ?? Number.NaN) / (talk.minutes[0]?.p99Ms ?? Number.NaN), 2);
  const broken = [...pace(talk.minutes, ratio), ...(await kept(hub.address, talk.numbers)), ...order(people)];
  const calibrationMs = { before, after: calibrate() };
  const rounds = talk.minutes.map(({ p99Ms }) => p99Ms);
  if (resultFile) broken.push(...worseThan(await lastResult(resultFile), { rounds, calibrationMs }, { what: 'ack p99' }));
  const result: EngineBenchResult = {
    ok: broken.length === 0,
    broken,
    perSecond,
    minutes: talk.minutes,
    rounds,
    ratio,
    calibrationMs,
    hub: { cpuCores: round(cpuCores, 2), residentMb: residents },
    framesSeen: people.framesSeen(),
  };
  // A run that broke a promise must not become what the next one is measured by.
  if (resultFile && result.ok) await keepResult(resultFile, result);
  return result;
}

/** The closing line: `bench: ok, …`. */
export function engineLine({ ok, broken, perSecond, minutes, ratio, hub }: EngineBenchResult): string {
  const [first, last] = [minutes[0], minutes.at(-1)];
  const verdict = ok ? 'ok' : `failed (${broken.join('; ')})`;
  return `bench: ${verdict}, engine ${minutes.length} min at ${perSecond}/s, ack p99 ${first?.p99Ms} → ${last?.p99Ms} ms (× ${ratio}, allowed × ${ratioAllowed}), p50 ${first?.p50Ms} → ${last?.p50Ms} ms, own lag ${first?.ownLagP99Ms} → ${last?.ownLagP99Ms} ms, hub ${hub.cpuCores} cores, ${hub.residentMb.first} → ${hub.residentMb.last} MB`;
}

function pace(minutes: readonly Minute[], ratio: number): string[] {
  const failed = minutes.reduce((sum, { said, acked }) => sum + said - acked, 0);
  return [
    ...(ratio <= ratioAllowed ? [] : [`ack p99 of the last minute is ${ratio} × the first's`]),
    ...(failed === 0
      ? []
      : [
          `${failed} messages were not acknowledged: ${JSON.stringify(minutes.map(({ refused, unanswered }) => ({ ...refused, unanswered })))}`,
        ]),
  ];
}

/** Every acknowledged message has a number of its own, and the log reaches as far. */
async function kept(url: string, numbers: ReadonlyMap<string, readonly number[]>): Promise<string[]> {
  const broken: string[] = [];
  for (const [topic, named] of numbers) {
    const answer = await fetch(`${url}/api/v1/topics/${encodeURIComponent(topic)}/snapshot`);
    const { seq } = (await answer.json()) as Snapshot;
    const highest = named.reduce((most, number) => Math.max(most, number), 0);
    if (new Set(named).size !== named.length) broken.push(`${topic}: a number was given twice`);
    if (highest > seq) broken.push(`${topic}: ${highest} was acknowledged and the log ends at ${seq}`);
  }
  return broken;
}

function order(people: Crowd): string[] {
  const breaches = [...people.readers.values()].flatMap((law) => law.breaches);
  return people.lost() === 0 ? breaches : [...breaches, `${people.lost()} sockets were lost`];
}
