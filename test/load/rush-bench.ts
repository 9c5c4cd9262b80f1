import type { Snapshot } from '@yunhui/contracts';
import { LoadSocket } from './load-socket.js';
import { aTicket, someRooms } from './crowd.js';
import { type HubOnPostgres, startHubOnPostgres } from './hub-on-postgres.js';
import { type Rusher, rushIn } from './rusher.js';
import { talkSteadily } from './steady-talk.js';
import type { Figure } from './promises.js';

export type RushSize = { viewers: number; rounds: number };
/** `statements`: those of the rush; `anyway`: those that the hub would have made in that time without it. */
type Rush = { seconds: number; statements: number; anyway: number; bytesEach: number };

const promised = { seconds: 15, statements: 50, bytes: 30_000 };
/** More than a snapshot shows, so that each joiner is given a whole one. */
const saidBefore = 150;
const saidMeanwhile = 50;
const quietMs = 5_000;

/** Goal 6: everybody at once at a node that has just started, and again after all of them lost it for a moment. */
export async function measureRush({ viewers, rounds }: RushSize): Promise<Figure[]> {
  const [joins, resumes]: [Rush[], Rush[]] = [[], []];
  await using place = await startHubOnPostgres();
  const [topic = ''] = await someRooms(place.hub.address, 1);
  await say(place, topic, saidBefore);
  for (let turn = 0; turn < rounds; turn += 1) {
    await place.hub.kill('SIGTERM');
    await place.hub.start();
    joins.push(await rush(place, viewers, { topic }));
    const position = await positionOf(place, topic);
    await say(place, topic, saidMeanwhile);
    resumes.push(await rush(place, viewers, { topic, ...position }));
  }
  return [...figuresOf('join', joins), ...figuresOf('resume', resumes)];
}

async function rush(place: HubOnPostgres, viewers: number, join: { topic: string; epoch?: string; after?: number }): Promise<Rush> {
  const [first, quietSince] = [await place.statements(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, quietMs));
  const [before, began] = [await place.statements(), performance.now()];
  const anywayPerMs = (before - first) / (began - quietSince);
  const people: Rusher[] = await rushIn(place.hub.address, viewers, join);
  const seconds = (performance.now() - began) / 1_000;
  const after = await place.statements();
  const bytesEach = people.reduce((sum, { bytes }) => sum + bytes, 0) / viewers;
  for (const person of people) person.leave();
  const anyway = anywayPerMs * (performance.now() - began);
  return { seconds, statements: Math.max(0, after - before - anyway), anyway, bytesEach };
}

async function positionOf({ hub }: HubOnPostgres, topic: string): Promise<{ epoch: string; after: number }> {
  const { epoch, seq } = (await (await fetch(`${hub.address}/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
  return { epoch, after: seq };
}

async function say({ hub }: HubOnPostgres, topic: string, count: number): Promise<void> {
  const sender = await LoadSocket.connect({ url: hub.address, ticket: await aTicket(hub.address, 'Load') });
  await talkSteadily([sender], [topic], { perSecond: 50, seconds: count / 50 });
  sender.close();
}

function figuresOf(what: string, rushes: readonly Rush[]): Figure[] {
  return [
    { what: `last ${what}`, unit: 's', rounds: rushes.map(({ seconds }) => seconds), most: promised.seconds },
    { what: `${what}: statements`, unit: '', rounds: rushes.map(({ statements }) => statements), most: promised.statements },
    { what: `${what}: statements of the hub in that time anyway`, unit: '', rounds: rushes.map(({ anyway }) => anyway) },
    { what: `${what}: sent to each`, unit: 'bytes', rounds: rushes.map(({ bytesEach }) => bytesEach), most: promised.bytes },
  ];
}
