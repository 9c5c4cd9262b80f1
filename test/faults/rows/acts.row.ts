import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aTicket } from '../../load/crowd.js';
import { faultSize } from '../fault-size.js';
import type { Cluster } from '../parts/cluster.js';
import { moderators } from '../parts/staff.js';

const room = 'room:deep-space';
const { within } = faultSize;
/** E5: what nobody has told a node it finds with its next look at the heads. */
const foundWithinMs = 2_500;

type Answer = { status: number; code?: string; seq?: number };

/** What a moderator has done holds, though the node that did it died before it told anybody. */
export function actRows(cluster: () => Cluster): void {
  test('moderation: a node killed before anybody hears of its shield; not one word gets past it on the other', async () => {
    const { webs, postgres } = cluster();
    const [first, second] = webs;
    const [moderator] = await moderators(1, { postgres: postgres.url, doors: [first.address] });
    const ticket = await aTicket(second.address, '看云的人');
    expect(await say(second.address, ticket, '开始之前说的一句话')).toMatchObject({ status: 200 });
    first.toRedis.cut();
    const raised = await moderator?.post('moderation/shields', { scope: 'CN', mode: { emojiOnly: true }, reason: 'a test', minutes: 5 });
    await first.kill('SIGKILL');
    expect(raised?.status).toBe(201);
    expect(await say(second.address, ticket, '开始之后说的另一句')).toMatchObject({ status: 409, code: 'topic.emoji-only' });
    await expect.poll(() => modeAt(second.address), { timeout: within(foundWithinMs), interval: 50 }).toMatchObject({ emojiOnly: true });
    first.toRedis.restore();
    await first.start();
    expect(await modeAt(first.address)).toMatchObject({ emojiOnly: true });
    const [other] = await moderators(1, { postgres: postgres.url, doors: [second.address] });
    expect((await other?.remove('moderation/shields/CN'))?.status).toBe(200);
    expect(await say(second.address, ticket, '结束以后又说了一句')).toMatchObject({ status: 200 });
  });

  test('moderation: a node killed between a retraction’s commit and its word; the words are gone from the other', async () => {
    const { webs, postgres } = cluster();
    const [first, second] = webs;
    const [moderator] = await moderators(1, { postgres: postgres.url, doors: [first.address] });
    const words = '这一句马上就要被撤回';
    const { seq } = await say(second.address, await aTicket(second.address, '听雨的人'), words);
    expect(await snapshotAt(second.address)).toContain(words);
    await first.strikeAtNextCommit('SIGKILL');
    await moderator?.post('moderation/retractions', { topic: room, seqs: [seq], rule: 'other' }).catch(() => undefined);
    await expect.poll(() => snapshotAt(second.address), { timeout: within(foundWithinMs) + 1_500, interval: 50 }).not.toContain(words);
    await first.start();
    expect(await snapshotAt(first.address)).not.toContain(words);
  });
}

async function say(address: string, ticket: string, text: string): Promise<Answer> {
  const answer = await fetch(`${address}/api/v1/topics/${room}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Ticket ${ticket}` },
    body: JSON.stringify({ id: randomUUID(), kind: 'chat', text }),
  });
  const { code, seq } = (await answer.json()) as Omit<Answer, 'status'>;
  return { status: answer.status, code, seq };
}

async function snapshotAt(address: string): Promise<string> {
  return await (await fetch(`${address}/api/v1/topics/${room}/snapshot`)).text();
}

async function modeAt(address: string): Promise<unknown> {
  const { state } = JSON.parse(await snapshotAt(address)) as { state: Record<string, unknown> };
  return state['mode'];
}
