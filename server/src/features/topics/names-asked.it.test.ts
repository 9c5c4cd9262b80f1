import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AHub, aHub } from '../../../test/a-hub.js';
import { Limits } from '../../platform/limits/index.js';

let hub: AHub;
beforeAll(async () => {
  hub = await aHub({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => hub[Symbol.asyncDispose]());

const asked = async (topic: string, address: string, what = 'snapshot') => {
  const answer = await fetch(`${hub.url}/api/v1/topics/${topic}/${what}`, { headers: { 'x-forwarded-for': address } });
  return [answer.status, ((await answer.json()) as { code?: string }).code];
};

test('who guesses names waits before the next, and goes on reading what is in memory; another address does not wait', async () => {
  const [followed, unread] = [await hub.aRoom(), await hub.aRoom()];
  const guesser = '192.0.2.1';
  expect((await asked(followed, guesser))[0]).toBe(200);
  const limits = hub.app.get(Limits, { strict: false });
  for (let n = 0; n < 97; n += 1) await limits.consume('topic.guess', { device: 'd', address: guesser });
  for (const what of ['snapshot', 'messages', 'frames?epoch=e&after=0'])
    expect(await asked(`room:no-such-${what.slice(0, 6)}`, guesser, what)).toEqual([404, 'topic.unknown']);
  expect(await asked('room:no-such-room', guesser)).toEqual([429, 'limit.reached']);

  expect((await asked(followed, guesser))[0]).toBe(200);
  expect(await asked(unread, guesser)).toEqual([429, 'limit.reached']);
  expect((await asked(unread, '192.0.2.2'))[0]).toBe(200);
  expect((await asked(unread, guesser))[0]).toBe(200); // somebody has read it into memory meanwhile
});
