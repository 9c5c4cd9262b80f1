import { type QueueItem, QueuePage } from '@yunhui/contracts';
import { aFolder, aFreePort } from '@yunhui/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ModerationHub, type Staff, startModerationHub } from '../../../../test/moderation-hub.js';
import { loadConfig } from '../../../config.js';
import { startHub } from '../../../hub.js';

let hub: ModerationHub;
let staff: Staff;
beforeAll(async () => {
  hub = await startModerationHub();
  staff = await hub.signIn('moderator');
}, 240_000);
afterAll(() => hub[Symbol.asyncDispose]());

const room = 'room:guilin';
const soon = { timeout: 20_000, interval: 100 };
const burstsIn = async (): Promise<QueueItem[]> =>
  QueuePage.parse(await (await staff.get('moderation/holds?scope=450300&filter=burst')).json()).items;

/** Another node on the same stores; the embedded store has but one. */
async function anotherNode() {
  const folder = await aFolder();
  const env = { ...hub.stores.env, DATA_DIR: folder.path, PORT: `${await aFreePort()}`, DEMO: 'on', DEMO_VISITORS: 'off', PROCESS: 'web' };
  const node = await startHub(loadConfig({ ...env, DEMO_PASSWORD: 'a password of the test', LOG_LEVEL: 'error' }));
  return {
    address: node.address,
    [Symbol.asyncDispose]: async () => {
      await node.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}
const say = (address: string, ticket: string, text: string): Promise<Response> =>
  fetch(`${address}/api/v1/topics/${room}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Ticket ${ticket}` },
    body: JSON.stringify({ id: crypto.randomUUID(), kind: 'chat', text }),
  });

describe('what many say at once over several nodes', () => {
  test('is one item in the queue', async (context) => {
    if (hub.stores.embedded) return context.skip();
    await using node = await anotherNode();
    const addresses = [hub.url, node.address];
    const guests = [];
    for (let i = 0; i < 12; i++) guests.push(await hub.aGuest(`看客${i}`));
    // Three on each node: neither has enough people for a burst of its own. Then everybody at once.
    for (const [i, { ticket }] of guests.slice(0, 6).entries())
      await say(addresses[i % 2] ?? '', ticket, `快来隔壁直播间抽奖送望远镜吧 ${i}`);
    await Promise.all(guests.map(({ ticket }, i) => say(addresses[(i + 1) % 2] ?? '', ticket, `快来隔壁直播间抽奖送望远镜吧 1${i}`)));
    await expect.poll(async () => (await burstsIn())[0]?.burst?.size ?? 0, soon).toBeGreaterThanOrEqual(12);
    expect(await burstsIn()).toHaveLength(1);
  });
});
