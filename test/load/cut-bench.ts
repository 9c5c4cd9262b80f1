import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoPassword } from '../harness/hub.js';
import { percentile } from './figures.js';
import { startHubOnPostgres } from './hub-on-postgres.js';
import { gather } from './many-viewers.js';
import type { Figure } from './promises.js';

export type CutSize = { viewers: number; rounds: number; cuts: number };

const tickMs = 200;
const promisedMs = tickMs + 100;
const patienceMs = 5_000;
const pauseMs = 130;

/** Goal 9: from asking for a channel to be cut off, or put back, to the word at the last of all viewers. */
export async function measureCuts({ viewers: count, rounds, cuts }: CutSize): Promise<Figure[]> {
  await using place = await startHubOnPostgres();
  const { address } = place.hub;
  const headers = await moderatorAt(address);
  const viewers = await gather(address, count);
  const p99: number[] = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    const took: number[] = [];
    for (let index = 0; index < cuts; index += 1) {
      took.push(await heardByAll(() => ask(index % 2 === 0)));
      await sleep(pauseMs);
    }
    p99.push(percentile(took, 0.99));
  }
  for (const viewer of viewers) viewer.close();
  return [{ what: `cut-off to the last of ${count} viewers, p99`, unit: 'ms', rounds: p99, most: promisedMs }];

  async function ask(on: boolean): Promise<void> {
    const body = JSON.stringify({ act: randomUUID(), target: 'channel', id: 'deep-space', reason: '演练' });
    const answer = on
      ? await fetch(`${address}/api/v1/cuts`, { method: 'POST', headers, body })
      : await fetch(`${address}/api/v1/cuts/channel/deep-space`, { method: 'DELETE', headers: { authorization: headers.authorization } });
    if (!answer.ok) throw new Error(`not cut: ${answer.status} ${await answer.text()}`);
  }

  async function heardByAll(act: () => Promise<void>): Promise<number> {
    const all = Promise.withResolvers<number>();
    let left = viewers.length;
    for (const viewer of viewers)
      viewer.onCut = () => {
        left -= 1;
        if (left === 0) all.resolve(performance.now());
      };
    const began = performance.now();
    const late = setTimeout(() => all.reject(new Error(`${left} viewers did not hear of it`)), patienceMs);
    const [lastAt] = await Promise.all([all.promise, act()]).finally(() => clearTimeout(late));
    return lastAt - began;
  }
}

async function moderatorAt(address: string): Promise<{ authorization: string; 'content-type': string }> {
  const type = { 'content-type': 'application/json' };
  const body = JSON.stringify({ login: 'moderator', password: demoPassword });
  const answer = await fetch(`${address}/api/v1/sign-in`, { method: 'POST', headers: type, body });
  return { ...type, authorization: `Ticket ${((await answer.json()) as { ticket: string }).ticket}` };
}
