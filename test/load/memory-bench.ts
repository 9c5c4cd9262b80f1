import { setTimeout as sleep } from 'node:timers/promises';
import { startHub } from '../harness/hub.js';
import type { CountingSocket } from './counting-socket.js';
import { Crowd, someRooms } from './crowd.js';
import { residentOverHours } from './hours-bench.js';
import { startHubOnPostgres } from './hub-on-postgres.js';
import { gather } from './many-viewers.js';
import { startPeer } from './peers/peer.js';
import { residentMb } from './process-figures.js';
import type { Figure } from './promises.js';
import { talkSteadily } from './steady-talk.js';
import { UnreadSocket } from './unread-socket.js';

export type MemorySize = { viewers: number; rounds: number; restSeconds: number; talkSeconds: number; hours: number };

const deadReaders = 50;
const kbInMb = 1_024;

/** Goal 4, without a forced collection anywhere: what an idle viewer holds, what dead readers hold, and the hub that nobody visits. */
export async function measureMemory(size: MemorySize): Promise<Figure[]> {
  const [ours, stocks, dead, idle]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let turn = 0; turn < size.rounds; turn += 1) {
    stocks.push(await ofStock(size));
    const { each, deadMb } = await ofHub(size);
    ours.push(each);
    dead.push(deadMb);
    idle.push(await ofIdleHub(size));
  }
  const hours = await residentOverHours(size.hours);
  const growth = ((hours.at(-1) ?? 0) / (hours[0] ?? 0) - 1) * 100;
  return [
    { what: 'an idle viewer by one of stock Socket.IO', unit: '×', rounds: ours.map((each, i) => each / (stocks[i] ?? 0)), most: 1.25 },
    { what: 'an idle viewer of the hub', unit: 'KB', rounds: ours },
    { what: 'an idle viewer of stock Socket.IO', unit: 'KB', rounds: stocks },
    { what: `growth with ${deadReaders} dead readers while people talk`, unit: 'MB', rounds: dead, most: 64 },
    { what: 'the idle embedded hub', unit: 'MB', rounds: idle, most: 750 },
    { what: 'resident at the end of each hour', unit: 'MB', rounds: hours },
    { what: `growth over ${size.hours} hours, sped up`, unit: '%', rounds: [growth], most: 5 },
  ];
}

/** Resident memory of a process for each of so many that come in, once they have rested. */
async function perViewer(pid: number, { viewers, restSeconds }: MemorySize, come: () => Promise<CountingSocket[]>): Promise<number> {
  const before = await residentMb(pid);
  const people = await come();
  await sleep(restSeconds * 1_000);
  const grown = (await residentMb(pid)) - before;
  for (const person of people) person.close();
  return (grown * kbInMb) / viewers;
}

async function ofStock(size: MemorySize): Promise<number> {
  await using peer = await startPeer('stock');
  return await perViewer(peer.pid, size, () => gather(peer.url, size.viewers));
}

async function ofHub(size: MemorySize): Promise<{ each: number; deadMb: number }> {
  await using place = await startHubOnPostgres();
  const { hub } = place;
  const [topic = ''] = await someRooms(hub.address, 1);
  using people = await Crowd.gather({ url: hub.address, topics: [topic], senders: 10, watchersPerTopic: 0 });
  await talkSteadily(people.senders, [topic], { perSecond: 100, seconds: size.talkSeconds }); // a process that has just started grows by itself
  const before = await residentMb(hub.pid());
  const dead = await Promise.all(Array.from({ length: deadReaders }, () => UnreadSocket.join(hub.address, topic)));
  await talkSteadily(people.senders, [topic], { perSecond: 100, seconds: size.talkSeconds });
  const deadMb = (await residentMb(hub.pid())) - before;
  for (const reader of dead) reader.close();
  const each = await perViewer(hub.pid(), size, () => gather(hub.address, size.viewers, { topics: [{ topic }] }));
  return { each, deadMb };
}

async function ofIdleHub({ restSeconds }: MemorySize): Promise<number> {
  await using hub = await startHub({ DEMO: 'on' });
  await sleep(restSeconds * 2_000);
  return await residentMb(hub.pid());
}
