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
const restMs = 5_000;

/**
 * What an embedded hub holds at the end of each hour, in MB. Its timers run at their own pace: what is sped up is what
 * people do, and with it what is kept, framed, cached and let go.
 */
export async function residentOverHours(hours: number): Promise<number[]> {
  await using hub = await startHub({ DEMO: 'on', DEMO_VISITORS: 'off', RATE_LIMITS: 'off' });
  const topics = await someRooms(hub.address, rooms);
  using people = await Crowd.gather({ url: hub.address, topics, senders: 20, watchersPerTopic: 2 });
  const pace = { perSecond: anHour.messages / anHour.toldInSeconds, seconds: anHour.toldInSeconds };
  const held: number[] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    await Promise.all([talkSteadily(people.senders, topics, pace), visits(hub.address, topics)]);
    await sleep(restMs);
    held.push(await residentMb(hub.pid()));
  }
  return held;
}

/** Each comes, joins a room, and leaves without a word. */
async function visits(url: string, topics: readonly string[]): Promise<void> {
  const going: Promise<void>[] = [];
  await inBeats(anHour.visits, anHour.visits / anHour.toldInSeconds, (index) => {
    going.push(CountingSocket.connect(url, topics[index % topics.length]).then((viewer) => viewer.close()));
  });
  await Promise.all(going);
}
