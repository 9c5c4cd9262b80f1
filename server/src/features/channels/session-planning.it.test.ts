import { sql } from 'drizzle-orm';
import { aStaffMember } from '@yunhui/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posted } from '../../../test/http-hub.js';
import { night, outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { Database } from '../../platform/database/index.js';
import type { HubError } from '../../platform/hub-error.js';
import { ChannelsService } from './channels.service.js';
import { SessionPlanningService } from './session-planning.service.js';

let hub: ProgrammeHub;
beforeAll(async () => {
  hub = await startProgrammeHub(night);
  const channel = {
    slug: 'planned-one',
    campaign: outermost,
    region: '450000',
    position: 99,
    level: 'city',
    title: '一',
    titleEn: 'One',
    domains: [],
    roundTheClock: false,
    sample: true,
  };
  await hub.app.get(Database).transaction((tx) => hub.app.get(ChannelsService, { strict: false }).open(tx, [channel]));
});
afterAll(() => hub[Symbol.asyncDispose]());

describe('planning a session', () => {
  const inMinutes = (minutes: number) => new Date(hub.now() + minutes * 60_000).toISOString();
  const aPlan = (from: number, to: number) => ({
    title: '直播测试',
    form: '直播',
    startsAt: inMinutes(from),
    endsAt: inMinutes(to),
    links: [{ kind: 'hls-live' as const, url: '/demo/vod/tide/master.m3u8' }],
  });
  const plan = async (channel: string, wanted: object, cookie?: string) => {
    const answer = await hub.ask(`/api/v1/channels/${channel}/sessions`, posted(wanted, { cookie }));
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };

  test('is for operators', async () => {
    expect(await plan('planned-one', aPlan(60, 90))).toEqual([401, 'ticket.missing']);
    expect(await plan('planned-one', aPlan(60, 90), await hub.signIn('moderator'))).toEqual([403, 'access.refused']);
    expect(await plan('planned-one', aPlan(60, 90), await hub.signIn('operator'))).toEqual([201, undefined]);
  });

  test('is refused where something else plays, and on channels that never stop', async () => {
    const cookie = await hub.signIn('operator');
    expect(await plan('planned-one', aPlan(89, 95), cookie)).toEqual([409, 'session.overlaps']);
    expect(await plan('planned-one', aPlan(91, 95), cookie)).toEqual([201, undefined]);
    expect(await plan('tide', aPlan(60, 90), cookie)).toEqual([409, 'session.overlaps']);
    expect(await plan('no-such-channel', aPlan(60, 90), cookie)).toEqual([404, 'channel.unknown']);
  });

  test.each([
    ['without a title', { title: ' ' }],
    ['that ends before it begins', { startsAt: '2026-09-17T10:00:00+08:00', endsAt: '2026-09-17T09:00:00+08:00' }],
    ['with an address that is neither on the web nor the demo’s', { links: [{ kind: 'hls-live', url: 'file:///etc/passwd' }] }],
    ['with a root-relative address outside the demo', { links: [{ kind: 'hls-live', url: '/api/v1/me' }] }],
    ['with a demo address that climbs out of it', { links: [{ kind: 'hls-live', url: '/demo/../health/ready' }] }],
  ])('is refused %s', async (_, wrong) => {
    expect(await plan('planned-one', { ...aPlan(300, 310), ...wrong }, await hub.signIn('operator'))).toEqual([400, 'request.malformed']);
  });

  test('of two that want one slot at once lets one have it', async () => {
    const cookie = await hub.signIn('operator');
    const answers = await Promise.all([1, 2, 3].map(() => plan('planned-one', aPlan(400, 410), cookie)));
    expect(answers.map(([status]) => String(status)).sort()).toEqual(['201', '409', '409']);
  });

  test.each([
    ['130000', 'access.refused'],
    ['450100', 'access.refused'],
    ['450000', undefined],
    ['CN', undefined],
  ])('by an operator of %s on a channel of 450000: %s', async (region, refused) => {
    const viewer = { device: 'a device', address: '192.0.2.1', user: aStaffMember('operator', region) };
    const planning = hub.app.get(SessionPlanningService, { strict: false });
    const minute = region === 'CN' ? 0 : 10;
    const planned = planning.plan(viewer, 'planned-one', aPlan(500 + minute, 501 + minute)).then(() => undefined);
    expect(await planned.catch((error: HubError) => error.code)).toBe(refused);
  });

  test('leaves an audit row', async () => {
    const rows = await hub.app.get(Database).rows(sql`select act from audit_entries where act = 'session.planned'`);
    expect(rows.length).toBeGreaterThan(0);
  });
});
