import { Agent, get } from 'node:http';
import { startHubOnPostgres } from './hub-on-postgres.js';
import { someRooms } from './crowd.js';
import type { Figure } from './promises.js';
import { keepApart, secondsOfCpuBelow } from './process-figures.js';

export type FollowersSize = { seconds: number; rounds: number; followers: number };

const asksAtOnce = 64;
const followerPauseMs = 3_000;

/** Goal 8: how many snapshots one core answers, and how few a crowd behind a cache asks for. */
export async function measureFollowers({ seconds, rounds, followers }: FollowersSize): Promise<Figure[]> {
  await using place = await startHubOnPostgres();
  const { hub } = place;
  const [topic] = await someRooms(hub.address, 1);
  const address = `${hub.address}/api/v1/topics/${topic}/snapshot`;
  await answersWithin(address, 1_000); // what is asked for the first time is made
  await keepApart(hub.pid());
  const perCpuSecond: number[] = [];
  const toOrigin: number[] = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    const before = await secondsOfCpuBelow(hub.pid());
    const answers = await answersWithin(address, seconds * 1_000);
    perCpuSecond.push(answers / ((await secondsOfCpuBelow(hub.pid())) - before));
    toOrigin.push(await originRequests(address, { seconds, followers }));
  }
  return [
    { what: 'snapshots a CPU second', unit: '', rounds: perCpuSecond, least: 3_000 },
    { what: `origin requests of ${followers} followers behind a cache`, unit: '/s', rounds: toOrigin, most: 2 },
  ];
}

type Answer = { status: number; maxAgeMs: number };

function ask(address: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => {
      answer.resume();
      const maxAge = /max-age=(\d+)/.exec(answer.headers['cache-control'] ?? '')?.[1] ?? '0';
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, maxAgeMs: Number(maxAge) * 1_000 }));
    }).on('error', reject);
  });
}

async function answersWithin(address: string, ms: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: asksAtOnce });
  const until = performance.now() + ms;
  let answers = 0;
  const goOn = async (): Promise<void> => {
    while (performance.now() < until) {
      const { status } = await ask(address, agent);
      if (status !== 200) throw new Error(`a snapshot was answered by ${status}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: asksAtOnce }, goOn));
  agent.destroy();
  return answers;
}

/**
 * What a CDN does with `public, max-age`: one answer serves all who ask while it is fresh, and those who find none
 * wait for the one request that is on its way. Followers ask each three seconds, each in their own beat.
 */
async function originRequests(address: string, { seconds, followers }: { seconds: number; followers: number }): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  let [requests, freshUntil] = [0, 0];
  let asking: Promise<void> | undefined;
  const fromCache = async (): Promise<void> => {
    if (performance.now() < freshUntil) return;
    asking ??= ask(address, agent).then(({ maxAgeMs }) => {
      requests += 1;
      freshUntil = performance.now() + maxAgeMs;
      asking = undefined;
    });
    await asking;
  };
  const until = performance.now() + seconds * 1_000;
  const follow = async (): Promise<void> => {
    await pause(Math.random() * followerPauseMs);
    while (performance.now() < until) {
      await fromCache();
      await pause(followerPauseMs);
    }
  };
  await Promise.all(Array.from({ length: followers }, follow));
  agent.destroy();
  return requests / seconds;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
