import { setTimeout as sleep } from 'node:timers/promises';
import { startHub } from '../harness/hub.js';
import { CountingSocket } from './counting-socket.js';
import { Crowd, someRooms } from './crowd.js';
import { inBeats } from './in-beats.js';
import { residentMb } from './process-figures.js';
import { talkSteadily } from './steady-talk.js';

/** An hour of a hub on an ordinary day, told in seconds: a message each second, and every ten seconds a viewer who comes and goes. */
const anHour = { messages: 3_600, visits: 360, toldInSeconds: 18 };
const rooms = 10;
const restMs = 10_000;

/**
 * How much an embedded hub grows from the end of its first hour to that of the last, in percent. Its timers run at their
 * own pace: what is sped up is what people do, and with it what is kept, framed, cached and let go.
 */
export async function growthOverHours(hours: number): Promise<number> {
  await using hub = await startHub({ DEMO: 'on', DEMO_VISITORS: 'off', RATE_LIMITS: 'off' });
  const topics = await someRooms(hub.address, rooms);
  using people = await Crowd.gather({ url: hub.address, topics, senders: 20, watchersPerTopic: 2 });
  const goOn = async (forHours: number): Promise<number> => {
    const seconds = forHours * anHour.toldInSeconds;
    const pace = { perSecond: anHour.messages / anHour.toldInSeconds, seconds };
    await Promise.all([talkSteadily(people.senders, topics, pace), visits(hub.address, topics, forHours)]);
    await sleep(restMs);
    return residentMb(hub.pid());
  };
  const first = await goOn(1);
  const last = await goOn(hours - 1);
  return (last / first - 1) * 100;
}

/** Each comes, joins a room, and leaves without a word. */
async function visits(url: string, topics: readonly string[], hours: number): Promise<void> {
  const going: Promise<void>[] = [];
  await inBeats(hours * anHour.visits, anHour.visits / anHour.toldInSeconds, (index) => {
    going.push(CountingSocket.connect(url, topics[index % topics.length]).then((viewer) => viewer.close()));
  });
  await Promise.all(going);
}
