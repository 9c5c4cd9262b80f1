import { randomUUID } from 'node:crypto';
import type { Channel, Cut, CutChoices, CutList, CutStanding, CutTarget } from '@yunhui/contracts';
import { createRealtimeClient } from '@yunhui/realtime-client';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ModeratedHub, startModeratedHub } from '../../../test/moderated-hub.js';
import { Database } from '../../platform/database/index.js';
import { outermost } from '../../../test/programme-hub.js';
import { Redis } from '../../platform/redis/index.js';
import { ChannelsService } from '../channels/index.js';
import { TileKeeper } from '../lobby/index.js';

let hub: ModeratedHub;
let moderator: string;
let operator: string;
beforeAll(async () => {
  hub = await startModeratedHub();
  [moderator, operator] = await Promise.all([hub.signIn('moderator'), hub.signIn('operator')]);
});
afterAll(() => hub[Symbol.asyncDispose]());
afterEach(async () => {
  for (const { target, id } of (await list()).items) await undo(target, id);
});

/** What is promised to every page; a guard allows three times as much. */
const soon = { timeout: 6_000, interval: 50 };
/** What was taken back is on the air again when the hub has looked at it. */
const lookedAt = { timeout: 25_000 };
const cut = (target: CutTarget, id: string, cookie = moderator, act = randomUUID()) =>
  hub.as(cookie, 'POST', 'cuts', { act, target, id, reason: '画面不对' });
const undo = (target: CutTarget, id: string, cookie = moderator) => hub.as(cookie, 'DELETE', `cuts/${target}/${id}`);
const list = async (cookie = moderator) => (await hub.as(cookie, 'GET', 'cuts')).body as CutList;
const page = async (slug: string) => (await (await hub.ask(`/api/v1/channels/${slug}`)).json()) as Channel;
const audited = (subject: string) =>
  hub.app
    .get(Database)
    .rows<{ act: string; reason: string }>(sql`select act, reason from audit_entries where subject = ${subject} order by at`);

/** Somebody with a page open, who hears what is cut off. */
function aPage(address = hub.address): Disposable & { cuts: () => readonly Cut[] } {
  const client = createRealtimeClient({ url: address, ticket: async () => undefined });
  return { cuts: () => client.cuts, [Symbol.dispose]: () => client.close() };
}

describe('a cut', () => {
  test('finds something on the air', { timeout: 60_000 }, async () => {
    await expect.poll(async () => (await hub.tile('tide')).state, lookedAt).toBe('live');
    await expect.poll(async () => (await page('tide')).links.length, lookedAt).toBe(2);
  });

  test('of a channel reaches every page, its resource, its room and its tile, and is undone by one act', { timeout: 60_000 }, async () => {
    using there = aPage();
    const { status, body } = await cut('channel', 'tide');
    expect([status, body]).toMatchObject([
      201,
      { target: 'channel', id: 'tide', reason: '画面不对', kept: true, by: { name: '示例审核员' } },
    ]);
    await expect.poll(there.cuts, soon).toEqual([{ target: 'channel', id: 'tide', on: true }]);
    using late = aPage();
    await expect.poll(late.cuts, soon).toEqual([{ target: 'channel', id: 'tide', on: true }]);
    await expect.poll(async () => page('tide'), soon).toMatchObject({ state: 'blocked', links: [] });
    await expect.poll(async () => (await hub.snapshotOf('room:tide')).state['cut'], soon).toEqual({ whole: true });
    await expect.poll(async () => (await hub.tile('tide')).state, soon).toBe('blocked');

    expect((await undo('channel', 'tide')).status).toBe(200);
    for (const { cuts } of [there, late]) await expect.poll(cuts, soon).toEqual([]);
    await expect.poll(async () => (await page('tide')).links.length, soon).toBeGreaterThan(0);
    await expect.poll(async () => (await hub.tile('tide')).state, lookedAt).toBe('live');
    await expect.poll(async () => (await hub.snapshotOf('room:tide')).state['cut'] ?? null, soon).toBeNull();
  });

  test('says nothing of its reason to those who only watch', async () => {
    using there = aPage();
    await cut('channel', 'tide');
    await expect.poll(() => there.cuts().length, soon).toBe(1);
    expect(JSON.stringify([there.cuts(), await page('tide'), await hub.snapshotOf('room:tide')])).not.toContain('画面不对');
  });

  test('of a link takes that address away, and the channel plays from the next', { timeout: 60_000 }, async () => {
    await expect.poll(async () => (await page('tide')).state, lookedAt).toBe('live');
    const [first, ...others] = (await page('tide')).links;
    await cut('link', first?.id ?? '');
    await expect.poll(async () => (await page('tide')).links, soon).toEqual(others);
    await expect.poll(async () => (await page('tide')).state, soon).toBe('live');
    await expect.poll(async () => (await hub.tile('tide')).state, soon).toBe('live');
    for (const { id } of others) await cut('link', id);
    await expect.poll(async () => (await hub.tile('tide')).state, soon).toBe('interrupted');
  });

  test('of a region is over every channel in and below it, and names its subtree', async () => {
    using there = aPage();
    const { body } = await cut('region', 'cn');
    expect(body).toMatchObject({ target: 'region', id: 'CN' });
    await expect.poll(() => there.cuts()[0]?.within, soon).toContain('450000');
    for (const slug of ['tide', 'guangxi']) await expect.poll(async () => (await page(slug)).state, soon).toBe('blocked');
    await undo('region', 'CN');
    await cut('region', '450000');
    await expect.poll(async () => [(await page('guangxi')).state, (await page('tide')).state], soon).toEqual(['blocked', 'live']);
  });

  test('of a region knows a channel that was opened just now', async () => {
    const channel = {
      slug: 'opened-now',
      campaign: outermost,
      region: '450300',
      position: 98,
      level: 'city',
      title: '刚开',
      titleEn: 'Just opened',
      domains: [],
      roundTheClock: false,
      sample: true,
    };
    await hub.app.get(Database).transaction((tx) => hub.app.get(ChannelsService, { strict: false }).open(tx, [channel]));
    await hub.app.get(TileKeeper, { strict: false }).renew(['opened-now']);
    await cut('region', '450300');
    await expect.poll(async () => (await hub.tile('opened-now')).state, soon).toBe('blocked');
    await expect.poll(async () => (await hub.snapshotOf('room:opened-now')).state['cut'], soon).toEqual({ whole: true });
  });

  test('of a session takes the session off and not its channel’s next', async () => {
    const start = hub.now() + 3_600_000;
    const [one, other] = await Promise.all(
      [0, 1].map((at) =>
        hub.plan(
          'guangxi',
          {
            title: `第 ${at} 场`,
            form: '直播',
            startsAt: new Date(start + at * 600_000).toISOString(),
            endsAt: new Date(start + (at + 1) * 600_000).toISOString(),
            links: [{ kind: 'open', url: `https://example.org/${at}`, label: '视频号' }],
          },
          operator,
        ),
      ),
    );
    const { body } = await cut('session', one?.id ?? '');
    expect((body as CutStanding).title).toBe('第 0 场');
    await expect.poll(async () => stateOf(await page('guangxi'), one?.id), soon).toBe('blocked');
    expect(stateOf(await page('guangxi'), other?.id)).toBe('scheduled');
  });

  test('is written down once, however often it is asked for, and so is its undoing', async () => {
    const act = randomUUID();
    const answers = await Promise.all([cut('channel', 'microscope', moderator, act), cut('channel', 'microscope', moderator, act)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    await cut('channel', 'microscope');
    await undo('channel', 'microscope');
    expect(await undo('channel', 'microscope')).toMatchObject({ status: 404, body: { code: 'cut.unknown' } });
    await expect
      .poll(() => audited('channel:microscope'), soon)
      .toEqual([
        { act: 'cut.placed', reason: '画面不对' },
        { act: 'cut.lifted', reason: '画面不对' },
      ]);
  });
});

describe('who may', () => {
  test('is a moderator or operator of the place, and nobody else', async () => {
    const [other, reviewer] = await Promise.all([
      hub.anAccount({ role: 'moderator', region: '510000' }),
      hub.anAccount({ role: 'reviewer', region: 'CN' }),
    ]);
    const local = await hub.anAccount({ role: 'operator', region: '450000' });
    const answers = [
      cut('channel', 'guangxi', other),
      cut('region', 'CN', local),
      cut('channel', 'guangxi', reviewer),
      cut('channel', 'guangxi', ''),
    ];
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 403, 403, 401]);
    expect((await cut('channel', 'guangxi', local)).status).toBe(201);
    expect((await undo('channel', 'guangxi', other)).status).toBe(403);
    expect((await list(other)).items).toEqual([]);
    expect((await list(local)).items).toMatchObject([{ target: 'channel', id: 'guangxi' }]);
  });

  test.each([
    ['channel', 'no-such', 'channel.unknown'],
    ['link', 'no-such', 'link.unknown'],
    ['session', 'no-such', 'session.unknown'],
    ['region', '999999', 'region.unknown'],
  ] as const)('a %s that is not there is refused', async (target, id, code) => {
    expect(await cut(target, id)).toMatchObject({ status: 404, body: { code } });
  });

  test('sees what can be cut off at a channel, the smallest first, and what would not be reached', async () => {
    const { body } = await hub.as(moderator, 'GET', 'cuts/choices?channel=tide');
    const { items } = body as CutChoices;
    const called = items.map(({ titleEn = '' }) => titleEn);
    expect([called[0], called.at(-1)]).toEqual([expect.stringContaining(' · '), 'China']);
    expect(called.join('')).not.toMatch(/\p{Script=Han}/u);
    expect(items[0]).toMatchObject({ target: 'link', channels: 1, isCut: false, unreached: { elsewhere: [], addresses: 1 } });
    expect(items.find(({ target }) => target === 'channel')).toMatchObject({ id: 'tide', unreached: { addresses: 2 } });
    expect(items.at(-1)).toMatchObject({ target: 'region', id: 'CN' });
    const local = await hub.anAccount({ role: 'moderator', region: '450000' });
    const ofGuangxi = (await hub.as(local, 'GET', 'cuts/choices?channel=guangxi')).body as CutChoices;
    expect(ofGuangxi.items.map(({ id }) => id)).not.toContain('CN');
  });
});

describe('what is cut off', () => {
  test('stays so when Redis forgets it', async () => {
    await cut('channel', 'tide');
    await hub.app.get(Redis).client.del(['cut:{all}', 'cut:{all}:unwritten']);
    await expect.poll(() => hub.app.get(Redis).client.hLen('cut:{all}'), soon).toBeGreaterThan(0);
    expect((await page('tide')).state).toBe('blocked');
  });

  test('holds on every node', async () => {
    await using node = await hub.anotherNode();
    if (!node) return; // the embedded store has one
    using there = aPage(node.address);
    await cut('channel', 'tide');
    await expect.poll(there.cuts, soon).toMatchObject([{ id: 'tide' }]);
    const there2 = (await (await fetch(`${node.address}/api/v1/channels/tide`)).json()) as Channel;
    expect(there2.state).toBe('blocked');
  });
});

const stateOf = ({ today, current, next }: Channel, id = '') => [...today, current, next].find((session) => session?.id === id)?.state;
