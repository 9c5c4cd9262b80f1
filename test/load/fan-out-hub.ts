import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from '@yunhui/contracts';
import { startHub } from '../harness/hub.js';
import type { CountingSocket } from './counting-socket.js';
import { Crowd, someRooms } from './crowd.js';
import { Ear } from './ear.js';
import { type FanOut, type FanOutSize, inOne, measured, type Round } from './fan-out-bench.js';
import { gather } from './many-viewers.js';
import { talkSteadily } from './steady-talk.js';
import { keepApart } from './process-figures.js';
import { inPercent, usesOf } from './where-time-goes.js';

/** What the hub did, an entry of what was said, and where its time went, in words. */
export type HubFanOut = { results: FanOut[]; entry: Entry; uses: string[] };

/** The hub, on its whole path: every message is accepted, judged, kept and acknowledged before it is delivered. */
export async function fanOutOfHub(paces: readonly number[], size: FanOutSize): Promise<HubFanOut> {
  await using hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0', DEMO: 'on', DEMO_VISITORS: 'off' });
  const topics = await someRooms(hub.address, 1);
  const ear = new Ear();
  using people = await Crowd.gather({ url: hub.address, topics, senders: 50, watchersPerTopic: 0, onFrame: (frame) => ear.hear(frame) });
  const viewers = await gather(hub.address, size.viewers, topics[0]);
  await keepApart(hub.pid());
  const uses: string[] = [];
  const used = async (what: string, seconds: number, act: () => Promise<unknown>): Promise<void> => {
    const before = await usesOf(hub.pid());
    await act();
    uses.push(`${what}: ${inPercent(before, await usesOf(hub.pid()), seconds)}`);
  };
  await used('silent', size.seconds, () => sleep(size.seconds * 1_000));
  const results: FanOut[] = [];
  for (const perSecond of paces) {
    const rounds: Round[] = [];
    await used(`at ${perSecond}/s`, size.rounds * size.seconds, async () => {
      for (let turn = 0; turn < size.rounds; turn += 1)
        rounds.push(
          await aRound(hub.pid(), viewers, ear, (onSay) =>
            talkSteadily(people.senders, topics, { perSecond, seconds: size.seconds, onSay }),
          ),
        );
    });
    results.push(inOne('hub', perSecond, size, rounds));
  }
  for (const viewer of viewers) viewer.close();
  if (!ear.entry) throw new Error('nothing that was said was heard');
  return { results, entry: ear.entry, uses };
}

async function aRound(
  pid: number,
  viewers: readonly CountingSocket[],
  ear: Ear,
  talk: (onSay: (index: number) => void) => Promise<unknown>,
): Promise<Round> {
  ear.beginAnew();
  const round = await measured(pid, viewers, () => talk((index) => ear.noteSaid(index)));
  return { ...round, latenciesMs: [...ear.heardMs] };
}
