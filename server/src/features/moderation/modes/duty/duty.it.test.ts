import { ModuleRef } from '@nestjs/core';
import type { DutyStanding } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ModeratedHub, startModeratedHub } from '../../../../../test/moderated-hub.js';
import { Database } from '../../../../platform/database/index.js';
import { ModesModule } from '../modes.module.js';
import { DutyClock } from './duty-clock.js';

/** The clock looks each second; just after its start a hub has much else to do. */
const soon = { timeout: 15_000, interval: 50 };
const guangxi = 'room:guangxi';

const modeIn = async (hub: ModeratedHub, topic = guangxi) => (await hub.snapshotOf(topic)).state['mode'] ?? {};
const beat = async (hub: ModeratedHub, scopes: string[], cookie?: string) =>
  hub.as(cookie ?? (await hub.signIn('moderator')), 'POST', 'moderation/duty', { scopes });
/** As if the last sign of life were five minutes old. */
const letRunOut = (hub: ModeratedHub, scope: string) =>
  hub.app.get(Database).rows(sql`update duties set until = clock_timestamp() where scope = ${scope}`);
const figure = async (hub: ModeratedHub, name: string) =>
  (await (await hub.ask('/metrics')).text()).split('\n').find((line) => line.startsWith(name));

/** Hubs of one file, each made once: a start takes longer than what is tried on it. */
const aHubWith = (env: Record<string, string>): (() => ModeratedHub) => {
  let hub: ModeratedHub;
  beforeAll(async () => {
    hub = await startModeratedHub(env);
  }, 90_000);
  afterAll(() => hub[Symbol.asyncDispose]());
  return () => hub;
};

describe('a scope without a moderator on duty', () => {
  const theHub = aHubWith({ DUTY_PLAN: 'on', UNATTENDED_NIGHT: '00:00-00:00' });

  test('has its rooms go to 无人值守模式 for all to see, with an alarm, until somebody comes', async () => {
    const hub = theHub();
    await using listener = await hub.listener(guangxi);
    expect(await modeIn(hub)).toEqual({});
    await letRunOut(hub, 'CN');
    await expect.poll(() => modeIn(hub), soon).toEqual({ newGuestsHeld: true, unattended: true });
    const words = () => listener.entries().findLast(({ kind }) => kind === 'mode');
    await expect.poll(words, soon).toMatchObject({ unattended: true, fallback: expect.stringContaining('无人值守模式') as string });
    expect(await hub.say(await hub.aGuest(), guangxi, '新来的第一句')).toMatchObject({ status: 'held' });
    expect(await hub.acts('duty.ended', 'scope:CN')).toBe(1);
    expect(await figure(hub, 'hub_duty_attended{scope="CN"}')).toMatch(/ 0$/);
    expect(await figure(hub, 'hub_duty_left_total')).toMatch(/ 1$/);

    const came = await beat(hub, ['cn']);
    expect(came).toMatchObject({ status: 200, body: { unattended: [] } });
    expect(Date.parse((came.body as DutyStanding).until)).toBeGreaterThan(0);
    await expect.poll(() => modeIn(hub), soon).toEqual({});
    expect(await hub.acts('duty.begun', 'scope:CN')).toBe(1);
    await beat(hub, ['CN']);
    expect(await hub.acts('duty.begun', 'scope:CN')).toBe(1);
  });

  test('is looked after where somebody is on duty for the region itself', async () => {
    const hub = theHub();
    const cookie = await hub.anAccount({ role: 'moderator', region: '450000' });
    await beat(hub, ['450000'], cookie);
    await letRunOut(hub, 'CN');
    await expect.poll(() => modeIn(hub, 'room:beijing'), soon).toMatchObject({ unattended: true });
    expect(await modeIn(hub)).toEqual({});
    expect((await beat(hub, ['450000'], cookie)).body).toMatchObject({ unattended: [] });
    expect(await beat(hub, ['110000'], cookie)).toMatchObject({ status: 403, body: { code: 'access.refused' } });
    await beat(hub, ['CN']);
  });

  test('becomes so once, whoever looks and however often', async () => {
    const hub = theHub();
    const before = await hub.acts('duty.ended', 'scope:CN');
    const clock = hub.app.get(DutyClock, { strict: false });
    // Another worker's: it shares nothing with the first but the store.
    const another = await hub.app.select(ModesModule).get(ModuleRef, { strict: true }).create(DutyClock);
    await letRunOut(hub, 'CN');
    await Promise.all([clock.look(), another.look(), clock.look(), another.look()]);
    await expect.poll(() => hub.acts('duty.ended', 'scope:CN'), soon).toBe(before + 1);
    await Promise.all([clock.look(), another.look()]);
    expect(await hub.acts('duty.ended', 'scope:CN')).toBe(before + 1);
  });
});

describe('by night', () => {
  const theHub = aHubWith({ DUTY_PLAN: 'on', UNATTENDED_NIGHT: '00:00-23:59', UNATTENDED_MODE: 'links-off' });

  test('a room that nobody looks after takes emoji only, and no link even where links were on', async () => {
    const hub = theHub();
    const [moderator, guest] = await Promise.all([hub.signIn('moderator'), hub.aGuest()]);
    await hub.as(moderator, 'PUT', `topics/${guangxi}/mode`, { mode: { links: 'on' } });
    await letRunOut(hub, 'CN');
    await expect.poll(() => modeIn(hub), soon).toEqual({ emojiOnly: true, unattended: true });
    expect(await hub.say(guest, guangxi, '夜里的话')).toMatchObject({ code: 'topic.emoji-only' });
    expect(await hub.say(guest, guangxi, '🌙')).toMatchObject({ status: 'published' });
    await beat(hub, ['CN'], moderator);
    expect(await hub.say(guest, guangxi, '看 https://example.org')).toMatchObject({ status: 'published' });
  });
});

describe('the demo', () => {
  const theHub = aHubWith({});

  test('whose desk nobody sits at, is as if attended', async () => {
    const hub = theHub();
    await beat(hub, ['CN']);
    await letRunOut(hub, 'CN');
    await expect.poll(() => hub.acts('duty.ended', 'scope:CN'), soon).toBe(1);
    expect(await hub.say(await hub.aGuest(), guangxi, '照常说话')).toMatchObject({ status: 'published' });
    expect((await beat(hub, ['CN'])).body).toMatchObject({ unattended: [] });
  });

  test.each(['host', 'reviewer', 'operator'])('has a %s who is not on duty', async (login) => {
    const hub = theHub();
    expect(await beat(hub, ['CN'], await hub.signIn(login))).toMatchObject({ status: 403, body: { code: 'access.refused' } });
  });
});
