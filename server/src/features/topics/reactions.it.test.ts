import { setTimeout as sleep } from 'node:timers/promises';
import { reactionsKey } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AHub, aHub } from '../../../test/a-hub.js';
import { engine } from '../../platform/realtime/index.js';
import { AttendanceService } from './attendance.service.js';

let hub: AHub;
beforeAll(async () => {
  hub = await aHub();
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const people = Array.from({ length: 1_000 }, (_, at) => ({ device: `d${at}`, address: '192.0.2.1' }));
const rounds = 15;

describe('reactions', () => {
  test('of a thousand people at once, 15 each within a second, are one change of the state in each half second', async () => {
    const topic = await hub.aRoom();
    const { client } = await hub.aGuest('小满');
    const values: unknown[] = [];
    client.follow(topic, () => {
      const value = client.viewOf(topic).state[reactionsKey];
      if (value !== undefined && value !== values.at(-1)) values.push(value);
    });
    await expect.poll(() => client.viewOf(topic).status).toBe('live');

    const attendance = hub.app.get(AttendanceService, { strict: false });
    const beganAt = performance.now();
    for (let round = 0; round < rounds; round++) {
      await Promise.all(people.map((viewer) => attendance.react(viewer, { topic, name: 'clap', count: 1 })));
      await sleep(1_000 / rounds);
    }
    await expect.poll(() => values.at(-1), { timeout: 5_000 }).toEqual({ clap: people.length * rounds });
    const ticks = (performance.now() - beganAt) / engine.reactions.gatherMs;
    expect(values.length).toBeLessThanOrEqual(Math.ceil(ticks) + 1);
    expect(values.length).toBeGreaterThan(0);
  });

  test('are given without a socket by somebody with a name, and only those of the list', async () => {
    const topic = await hub.aRoom();
    const { ticket, client } = await hub.aGuest('谷雨');
    client.follow(topic, () => undefined);
    const react = async (body: object, headers: Record<string, string> = { authorization: `Ticket ${ticket}` }) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
      const answer = await fetch(`${hub.url}/api/v1/topics/${topic}/reactions`, init);
      return [answer.status, ((await answer.json()) as { code?: string }).code];
    };
    expect(await react({ name: 'heart', count: 20 })).toEqual([200, undefined]);
    expect(await react({ name: 'heart', count: 21 })).toEqual([400, 'request.malformed']);
    expect(await react({ name: 'boo', count: 1 })).toEqual([400, 'event.malformed']);
    expect(await react({ name: 'heart', count: 1 }, {})).toEqual([401, 'ticket.missing']);
    await expect.poll(() => client.viewOf(topic).state[reactionsKey], { timeout: 3_000 }).toEqual({ heart: 20 });
  });
});
