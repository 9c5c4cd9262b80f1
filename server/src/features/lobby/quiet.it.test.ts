import { randomUUID } from 'node:crypto';
import { campaignKey, Lobby } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieFrom, posted } from '../../../test/http-hub.js';
import { night, outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { Database } from '../../platform/database/index.js';
import { TopicStates } from '../../platform/realtime/index.js';
import { Redis } from '../../platform/redis/index.js';

const inner = 'bagui-2023';
let hub: ProgrammeHub;
let operator: string;
let guest: string;
beforeAll(async () => {
  hub = await startProgrammeHub({ ...night, RATE_LIMITS: 'off' }); // it asks again and again until the switch is seen
  operator = await hub.signIn('operator');
  guest = cookieFrom(await hub.ask('/api/v1/guests', posted({ displayName: 'Ada' })));
});
afterAll(() => hub[Symbol.asyncDispose]());

const put = async (path: string, body: object, cookie?: string): Promise<[number, Record<string, unknown>]> => {
  const answer = await hub.ask(path, { ...posted(body, { cookie }), method: 'PUT' });
  return [answer.status, (await answer.json()) as Record<string, unknown>];
};
const beQuiet = (on: boolean, cookie: string | undefined = operator, campaign = outermost) =>
  put(`/api/v1/campaigns/${campaign}/quiet`, { on }, cookie);
const say = async (kind: string, id = randomUUID()) => {
  const answer = await hub.ask(
    '/api/v1/topics/room:guangxi/messages',
    posted({ id, topic: 'room:guangxi', kind, text: '你好' }, { cookie: guest }),
  );
  return [answer.status, ((await answer.json()) as { code?: string }).code];
};
const react = async () => {
  const answer = await hub.ask('/api/v1/topics/room:guangxi/reactions', posted({ name: 'clap', count: 1 }, { cookie: guest }));
  return [answer.status, ((await answer.json()) as { code?: string }).code];
};
const keptState = async (campaign: string) => (await hub.app.get(TopicStates).read(`lobby:${campaign}`))?.values.get(campaignKey)?.value;
const acts = async (act: string) =>
  (await hub.app.get(Database).rows<{ count: number }>(sql`select count(*)::int as count from audit_entries where act = ${act}`))[0]?.count;

describe('静默', () => {
  test('is for operators', async () => {
    expect((await beQuiet(true, ''))[0]).toBe(401);
    expect((await beQuiet(true, await hub.signIn('moderator')))[0]).toBe(403);
    expect((await put('/api/v1/campaigns/no-such-campaign/quiet', { on: true }, operator))[0]).toBe(404);
    expect((await put(`/api/v1/campaigns/${outermost}/quiet`, { on: 'yes' }, operator))[0]).toBe(400);
  });

  test('holds in its lobby and in those inside it, and stops danmaku and reactions, not chat', async () => {
    const before = randomUUID();
    expect(await say('danmaku', before)).toEqual([200, undefined]);
    expect(await react()).toEqual([200, undefined]);
    const [status, state] = await beQuiet(true);
    expect(status).toBe(200);
    expect(state).toEqual({ quiet: { since: expect.any(Number) as number } });
    for (const campaign of [outermost, inner]) {
      await expect.poll(() => keptState(campaign), { timeout: 10_000 }).toEqual(state);
      await expect.poll(async () => Lobby.parse(await hub.lobby(campaign)).campaign, { timeout: 10_000 }).toEqual(state);
    }
    await expect.poll(() => say('danmaku'), { timeout: 3_000 }).toEqual([409, 'topic.quiet']);
    expect(await react()).toEqual([409, 'topic.quiet']);
    expect(await say('danmaku', before)).toEqual([200, undefined]); // its retry
    expect(await say('chat')).toEqual([200, undefined]);
  });

  test('switched on twice changes nothing more', async () => {
    const first = await beQuiet(true);
    expect(await beQuiet(true)).toEqual(first);
    expect(await acts('campaign.quiet-changed')).toBe(1);
  });

  test('of an outer campaign stays for an inner one that is made quiet and loud again', async () => {
    const [, outer] = await beQuiet(true);
    await beQuiet(true, operator, inner);
    expect((await beQuiet(false, operator, inner))[1]).toEqual(outer);
  });

  test('is built again when Redis has lost it', async () => {
    const [, state] = await beQuiet(true);
    await hub.app.get(Redis).client.del(`t:{lobby:${inner}}:state`);
    await hub.app.get(TopicStates).rebuild(`lobby:${inner}`, 0);
    expect(await keptState(inner)).toEqual(state);
  });

  test('ends with one undo', async () => {
    expect(await beQuiet(false)).toEqual([200, {}]);
    for (const campaign of [outermost, inner]) await expect.poll(() => keptState(campaign), { timeout: 10_000 }).toEqual({});
    await expect.poll(() => say('danmaku'), { timeout: 3_000 }).toEqual([200, undefined]);
    expect(await react()).toEqual([200, undefined]);
  });
});

describe('推荐', () => {
  const pick = (on: boolean, cookie?: string, slug = 'guangxi') => put(`/api/v1/channels/${slug}/pick`, { on }, cookie);

  test('is for operators, shows on the tile, and goes again', async () => {
    expect((await pick(true))[0]).toBe(401);
    expect((await pick(true, await hub.signIn('moderator')))[0]).toBe(403);
    expect((await pick(true, operator, 'no-such-channel'))[0]).toBe(404);
    expect(await pick(true, operator)).toEqual([200, { on: true }]);
    await expect.poll(async () => (await hub.tile('guangxi')).pick, { timeout: 5_000 }).toBe(true);
    expect(await pick(true, operator)).toEqual([200, { on: true }]);
    expect(await acts('channel.pick-changed')).toBe(1);
    expect(await pick(false, operator)).toEqual([200, { on: false }]);
    await expect.poll(async () => (await hub.tile('guangxi')).pick, { timeout: 5_000 }).toBeUndefined();
  });
});
