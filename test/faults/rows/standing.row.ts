import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SanctionKind, SignedIn } from '@yunhui/contracts';
import { createRealtimeClient } from '@yunhui/realtime-client';
import { expect, test } from 'vitest';
import { faultSize } from '../fault-size.js';
import type { Cluster } from '../parts/cluster.js';
import { signedIn } from '../../harness/signed-in.js';

const topic = 'room:deep-space';
const { within } = faultSize;
/** E5: the look at the heads, each two seconds, and the time it takes. */
const feltWithinMs = 2_500;

async function aGuest(address: string): Promise<{ ticket: string; id: string }> {
  const body = JSON.stringify({ displayName: '听众' });
  const answer = await fetch(`${address}/api/v1/guests`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { ticket, user } = (await answer.json()) as SignedIn;
  return { ticket, id: user.id };
}

async function say(address: string, ticket: string): Promise<string | undefined> {
  const headers = { 'content-type': 'application/json', authorization: `Ticket ${ticket}` };
  const body = JSON.stringify({ id: randomUUID(), kind: 'chat', text: '还在说话' });
  const answer = await fetch(`${address}/api/v1/topics/${topic}/messages`, { method: 'POST', headers, body });
  return ((await answer.json()) as { code?: string }).code;
}

/** What is decided on one node holds on the others though nothing carries it there: each reads the newest number with the heads. */
export function standingRows(cluster: () => Cluster): void {
  test('moderation-without-redis: a mute and a ban on one node are felt on the other in 2.5 s while Redis is gone', async () => {
    const { webs, redis } = cluster();
    const [decides, feels] = webs;
    const moderator = await signedIn(decides.address, 'moderator');
    const [muted, banned] = await Promise.all([aGuest(feels.address), aGuest(feels.address)]);
    const clients = [muted, banned].map(({ ticket }) => createRealtimeClient({ url: feels.address, ticket: async () => ticket }));
    try {
      const [ofMuted, ofBanned] = clients;
      if (!ofMuted || !ofBanned) throw new Error('two are there');
      for (const client of clients) {
        client.follow(topic, () => undefined);
        await expect.poll(() => client.viewOf(topic).status, { timeout: 10_000 }).toBe('live');
      }
      await redis.kill();
      await sleep(1_500); // until both nodes know that it is gone

      const began = performance.now();
      const sanction = (kind: SanctionKind, user: string) =>
        moderator.post('moderation/sanctions', { id: randomUUID(), kind, user, scope: 'CN', durationMs: 600_000, rule: 'flame' });
      const [mute, ban] = await Promise.all([sanction('mute', muted.id), sanction('ban', banned.id)]);
      expect([mute.status, ban.status]).toEqual([200, 200]);
      const soon = { timeout: within(feltWithinMs) + 2_000, interval: 10 };
      await expect.poll(() => [ofMuted.standing?.muted !== undefined, ofBanned.connection.status], soon).toEqual([true, 'closed']);
      expect(performance.now() - began).toBeLessThan(within(feltWithinMs));
      expect(ofBanned.connection).toMatchObject({ status: 'closed', reason: 'banned' });
      expect(await say(feels.address, muted.ticket)).toBe('topic.muted');
      expect(await say(feels.address, banned.ticket)).toBe('account.banned');
    } finally {
      for (const client of clients) client.close();
      await redis.start();
    }
    await expect.poll(() => say(decides.address, muted.ticket), { timeout: 10_000 }).toBe('topic.muted');
  });
}
