import { setTimeout as sleep } from 'node:timers/promises';
import { ownFigure } from '../harness/own-figures.js';
import { Crowd } from './crowd.js';
import { Ear } from './ear.js';
import { median, percentile } from './figures.js';
import { type HubOnPostgres, startHubOnPostgres } from './hub-on-postgres.js';
import { gather, joinsOfPage } from './many-viewers.js';
import { keepApart, secondsOfCpu } from './process-figures.js';
import type { Figure } from './promises.js';
import { talkSteadily } from './steady-talk.js';

export type ViewersSize = { few: number; many: number; rounds: number; seconds: number };
/** One pace with one crowd, in each round. */
type Watched = { microsPerViewerSecond: number[]; p99Ms: number[]; cores: number[]; lagMs: number[] };

const budget = '20';

/**
 * Goals 2 and 7: what a viewer of the page's real set of joins costs in a second, in a small crowd and in a large
 * one, and what it costs when fifty times as much is said and the budget shows as much as before.
 */
export async function measureViewers(size: ViewersSize): Promise<Figure[]> {
  await using place = await startHubOnPostgres({ VISIBLE_BUDGET: budget });
  await keepApart(place.hub.pid());
  const few = await watchedBy(place, size, size.few, 20);
  const many = await watchedBy(place, size, size.many, 20);
  const busy = await watchedBy(place, size, size.many, 100);
  const loud = await watchedBy(place, size, size.few, 1_000);
  const by = (one: Watched, other: Watched) => [median(one.microsPerViewerSecond) / median(other.microsPerViewerSecond)];
  return [
    { what: `a viewer-second among ${size.many} at 20/s`, unit: 'µs', rounds: many.microsPerViewerSecond },
    { what: `the same by that among ${size.few}`, unit: '×', rounds: by(many, few), most: 1.3 },
    { what: `a viewer-second at 1,000/s by that at 20/s, with the budget on`, unit: '×', rounds: by(loud, few), most: 2 },
    ...[many, busy].flatMap((watched, i) => figuresOf(watched, `${size.many} viewers at ${i === 0 ? 20 : 100}/s`)),
  ];
}

function figuresOf({ p99Ms, cores, lagMs }: Watched, what: string): Figure[] {
  return [
    { what: `${what}: send → receive p99`, unit: 'ms', rounds: p99Ms, most: 500 },
    { what: `${what}: the node`, unit: 'cores', rounds: cores, most: 0.85 },
    { what: `${what}: loop lag p99`, unit: 'ms', rounds: lagMs, most: 50 },
  ];
}

async function watchedBy({ hub }: HubOnPostgres, { rounds, seconds }: ViewersSize, count: number, perSecond: number): Promise<Watched> {
  const { room, join } = await joinsOfPage(hub.address);
  const ear = new Ear();
  using people = await Crowd.gather({
    url: hub.address,
    topics: [room],
    senders: 20,
    watchersPerTopic: 0,
    onFrame: (frame) => ear.hear(frame),
  });
  const viewers = await gather(hub.address, count, join);
  const watched: Watched = { microsPerViewerSecond: [], p99Ms: [], cores: [], lagMs: [] };
  for (let turn = 0; turn < rounds; turn += 1) {
    ear.beginAnew();
    await lagOf(hub.address); // reading it begins it anew
    const [began, before] = [performance.now(), await secondsOfCpu(hub.pid())];
    await talkSteadily(people.senders, [room], { perSecond, seconds, onSay: (index) => ear.noteSaid(index) });
    const [cpu, wall] = [(await secondsOfCpu(hub.pid())) - before, (performance.now() - began) / 1_000];
    watched.lagMs.push(await lagOf(hub.address));
    await sleep(1_000);
    watched.microsPerViewerSecond.push((cpu * 1e6) / (count * wall));
    watched.cores.push(cpu / wall);
    watched.p99Ms.push(percentile(ear.heardMs, 0.99));
  }
  for (const viewer of viewers) viewer.close();
  return watched;
}

/** As the node itself says it, since it was last asked. */
const lagOf = async (address: string): Promise<number> => (await ownFigure(address, 'nodejs_eventloop_lag_p99_seconds')) * 1_000;
