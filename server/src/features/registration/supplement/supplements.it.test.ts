import { randomUUID } from 'node:crypto';
import type { ActivityForm, Filing, FilingPage, Inbox, Review, Supplement, SupplementContent, WorkerList } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aForm } from '../../../../test/filing-form.js';
import { type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { EntryLog, Viewers } from '../../../platform/realtime/index.js';
import { TileKeeper } from '../../lobby/index.js';
import { FilersService } from '../../organizations/index.js';
import { ScheduleService } from '../../schedule/index.js';
import { LifecycleService } from '../lifecycle/lifecycle.service.js';
import { PublicationService } from '../publication/publication.service.js';
import { MeasurementsService } from './measurements.service.js';
import { SupplementReminders } from './reminders.service.js';

let hub: FilingHub;
let filer: { cookie: string; id: string };
const unit = 'gx-nature-museum';
const dayMs = 24 * 3_600_000;
const start = Date.parse('2023-09-28T15:00:00+08:00');

beforeAll(async () => {
  hub = await startFilingHub({ PUBLIC_URL: 'https://hub.example' });
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const now = () => hub.app.get(Clock).now();
const goTo = (at: number) => {
  const clock = hub.app.get(Clock) as { aheadMs: number };
  clock.aheadMs += at - now();
};
const rows = <Row>(query: ReturnType<typeof sql>) => hub.app.get(Database).rows<Row & Record<string, unknown>>(query);
const remind = () => hub.app.get(SupplementReminders, { strict: false }).remindDue();
/** Several nodes look at once; each step is taken once. */
const look = async () => {
  const lifecycle = hub.app.get(LifecycleService, { strict: false });
  for (let at = 0; at < 4; at += 1) await Promise.all([lifecycle.moveDue(), lifecycle.moveDue()]);
};
/** Days pass in these tests, and sign-ins with them: everybody comes anew. */
const aReviewer = async (region: string) => (await hub.anAccount({ role: 'reviewer', region })).cookie;
const comeAgain = async () => {
  const cookie = await hub.aFiler(unit);
  const { body } = await hub.as<{ user: { id: string } }>(cookie, 'POST', 'ticket', {});
  filer = { cookie, id: body.user?.id ?? '' };
};

/** One that has ended on a day; on site, so that nothing has to be watched. */
async function anEnded(endedOn = '2023-09-28'): Promise<Filing> {
  goTo(Date.parse('2023-09-08T10:00:00+08:00'));
  await comeAgain();
  const at = (clock: string) => `${endedOn}T${clock}:00+08:00`;
  const time = { precision: 'exact', startsAt: at('15:00'), endsAt: at('16:30'), tentative: false } as const;
  const onSite: Partial<ActivityForm> = {
    mode: 'offline',
    forms: [],
    sessions: [],
    riskPlan: '出口常开。',
    place: { text: '展厅', tentative: false },
  };
  const { id, version } = await hub.aSubmitted(filer.cookie, unit, { time, ...onSite });
  const approved = await hub.as<Review>(await aReviewer('450000'), 'POST', `reviews/${id}/approve`, { version });
  expect(approved.status).toBe(200);
  goTo(now() + 31_000);
  await hub.app.get(PublicationService, { strict: false }).publishDue();
  goTo(Date.parse(`${endedOn}T23:59:59+08:00`) + 2_000);
  await look();
  await comeAgain();
  return (await hub.as<Filing>(filer.cookie, 'GET', `filings/${id}`)).body;
}

const content: SupplementContent = {
  pictures: [],
  photos: ['https://mp.weixin.qq.com/s/photos'],
  online: [],
  videos: ['https://v.qq.com/x/page/a.html'],
  news: ['https://news.example.org/1'],
  scienceWorkers: 2,
  workerList: '甲，广西某大学\n乙，广西某学会',
  summary: '三百人到场，看一具真的骨架怎样装起来。',
};
const read = (id: string) => hub.as<Supplement>(filer.cookie, 'GET', `filings/${id}/supplement`);
const save = (id: string, version: number, kept: SupplementContent = content) =>
  hub.as<Supplement & { supplement?: Supplement }>(filer.cookie, 'PUT', `filings/${id}/supplement`, { version, content: kept });
const step = (id: string, verb: 'hand-in' | 'reopen', version: number) =>
  hub.as<Supplement & { supplement?: Supplement }>(filer.cookie, 'POST', `filings/${id}/supplement/${verb}`, { version });
const unlock = (cookie: string, id: string, wanted: { version: number; reason: string; until: string }) =>
  hub.as<Supplement>(cookie, 'POST', `reviews/${id}/supplement/unlock`, wanted);
const stateOf = async (id: string) =>
  (await rows<{ state: string; version: number }>(sql`select state, version from filings where id = ${id}::uuid`))[0];
const noticesOf = async () =>
  (await hub.as<Inbox>(filer.cookie, 'GET', 'inbox')).body.items.flatMap(({ kind }) => (kind.startsWith('supplement.') ? kind : []));

describe('a supplement', () => {
  test('is written, handed in whole alone, taken back, and locked when its time is over', async () => {
    const { id } = await anEnded();
    const opened = (await read(id)).body;
    expect(opened).toMatchObject({
      version: 1,
      standing: 'open',
      daysLeft: 10,
      time: { endedOn: '2023-09-28', deadline: '2023-10-08', boundBy: { rule: 'days-after-end', days: 10 } },
      measured: {},
    });
    const listed = (await hub.as<FilingPage>(filer.cookie, 'GET', 'filings')).body.items.find((card) => card.id === id);
    expect(listed).toMatchObject({ state: 'supplementing', supplementBy: '2023-10-08' });
    expect(opened.findings.map(({ code }) => code)).toContain('summary.missing');

    expect(await step(id, 'hand-in', 1)).toMatchObject({ status: 422, body: { code: 'filing.unfit', supplement: { version: 1 } } });
    const saved = await save(id, 1);
    expect(saved).toMatchObject({ status: 200, body: { version: 2, content, findings: [] } });
    const [second, third] = await Promise.all([save(id, 2, { ...content, news: [] }), save(id, 2, { ...content, videos: [] })]);
    expect([second.status, third.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    const refused = second.status === 409 ? second : third;
    expect(refused.body).toMatchObject({ code: 'filing.changed', supplement: { version: 3 } });
    expect((await save(id, 3)).status).toBe(200);

    const handedIn = await step(id, 'hand-in', 4);
    expect(handedIn).toMatchObject({ status: 200, body: { standing: 'handed-in', version: 5, handedIn: { at: expect.any(String) } } });
    expect(await save(id, 5)).toMatchObject({ status: 409, body: { code: 'supplement.locked' } });
    const reopened = await step(id, 'reopen', 5);
    expect(reopened.body).toMatchObject({ standing: 'open', version: 6 });
    expect(reopened.body).not.toHaveProperty('handedIn');
    expect((await step(id, 'hand-in', 6)).status).toBe(200);

    goTo(Date.parse('2023-10-08T23:59:00+08:00'));
    await look();
    await comeAgain();
    expect((await read(id)).body).toMatchObject({ standing: 'handed-in', daysLeft: 1 });
    goTo(Date.parse('2023-10-09T00:00:00+08:00'));
    expect(await step(id, 'reopen', 7)).toMatchObject({ status: 409, body: { code: 'supplement.locked' } });
    await look();
    expect((await read(id)).body).toMatchObject({ standing: 'locked', daysLeft: 0, handedIn: { at: expect.any(String) } });
    expect((await stateOf(id))?.state).toBe('archived');
  });

  test('reminds its host on the days +1, +7 and +9, each once, until it is handed in', async () => {
    const { id } = await anEnded();
    const until = async (day: string) => {
      goTo(Date.parse(`${day}T09:00:00+08:00`));
      await Promise.all([remind(), remind()]);
      const told = await rows<{ n: number }>(
        sql`select count(*)::int as n from notices
          where user_id = ${filer.id}::uuid and kind = 'supplement.due' and path like ${`%${id}%`}`,
      );
      return told[0]?.n;
    };
    goTo(Date.parse('2023-09-29T08:59:59+08:00'));
    await remind();
    expect(await noticesOf()).toEqual([]);
    expect(await until('2023-09-29')).toBe(1);
    expect(await until('2023-10-04')).toBe(1);
    expect(await until('2023-10-05')).toBe(2);
    await comeAgain();
    await save(id, 1);
    await step(id, 'hand-in', 2);
    expect(await until('2023-10-07')).toBe(0); // whoever came anew was told of nothing
  });

  test('keeps the list of people sealed, for whom it may be shown to alone, and forgets it', async () => {
    const { id } = await anEnded();
    await save(id, 1);
    const [kept] = await rows<{ worker_list: string; content: unknown }>(
      sql`select worker_list, content from filing_supplements where filing = ${id}::uuid`,
    );
    expect(kept?.worker_list).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(JSON.stringify(kept)).not.toContain('广西某');
    expect((await read(id)).body.content.workerList).toBe(content.workerList);

    const shown = async (cookie: string) => (await hub.as<Supplement>(cookie, 'GET', `reviews/${id}/supplement`)).body;
    const reviewer = await aReviewer('450000');
    expect(await shown(reviewer)).toMatchObject({ standing: 'open', content: { photos: [] } }); // it is still being written
    await step(id, 'hand-in', 2);
    // Opened again before it locks, its host gets no less time than they had.
    const { workerList, ...rest } = content;
    const unlocking = { mayUnlock: { earliest: '2023-10-08', latest: '2023-10-29' } };
    expect(await shown(reviewer)).toMatchObject({ content: rest, hasWorkerList: true, ...unlocking });
    const operator = (await hub.anAccount({ role: 'operator', region: '450000' })).cookie;
    expect(await shown(operator)).toMatchObject({ content: rest, findings: [] });
    for (const cookie of [reviewer, operator]) expect((await shown(cookie)).content).not.toHaveProperty('workerList');
    expect(await shown(operator)).not.toHaveProperty('hasWorkerList');
    const elsewhere = await aReviewer('510000');
    expect((await hub.as(elsewhere, 'GET', `reviews/${id}/supplement`)).status).toBe(404);

    const asked = (cookie: string) => hub.as<WorkerList>(cookie, 'POST', `reviews/${id}/supplement/workers`, {});
    for (const cookie of [reviewer, await aReviewer('CN')]) expect((await asked(cookie)).body).toEqual({ workerList });
    expect([(await asked(operator)).status, (await asked(elsewhere)).status]).toEqual([403, 404]);
    expect((await hub.audited(id)).filter(({ act }) => act === 'filing.workers-read')).toHaveLength(2);

    const reminders = hub.app.get(SupplementReminders, { strict: false });
    goTo(Date.parse('2023-10-09T00:00:00+08:00') + 179 * dayMs);
    await reminders.forgetLists();
    const isKept = async () =>
      (await rows<{ kept: boolean }>(sql`select worker_list is not null as kept from filing_supplements where filing = ${id}::uuid`))[0]
        ?.kept;
    expect(await isKept()).toBe(true);
    goTo(Date.parse('2023-10-09T00:00:00+08:00') + 180 * dayMs);
    await reminders.forgetLists();
    expect(await isKept()).toBe(false);
  });

  test('that is locked is opened again by a reviewer of its scope, with a reason, for a time', async () => {
    const { id } = await anEnded();
    goTo(Date.parse('2023-10-09T00:00:01+08:00'));
    await look();
    await comeAgain();
    expect(await save(id, 1)).toMatchObject({ status: 409, body: { code: 'supplement.locked' } });
    const version = (await stateOf(id))?.version ?? 0;
    const wanted = { version, reason: '网站当天打不开', until: '2023-10-12' };
    const reviewer = await aReviewer('450000');
    const locked = await hub.as<Supplement>(reviewer, 'GET', `reviews/${id}/supplement`);
    expect(locked.body).toMatchObject({ standing: 'locked', mayUnlock: { version, earliest: '2023-10-09', latest: '2023-11-08' } });

    expect((await unlock(await aReviewer('450100'), id, wanted)).status).toBe(404);
    const operator = (await hub.anAccount({ role: 'operator', region: '450000' })).cookie;
    expect((await unlock(operator, id, wanted)).status).toBe(403);
    expect(await unlock(reviewer, id, { ...wanted, reason: ' ' })).toMatchObject({ status: 400 });
    for (const until of ['2023-10-08', '2023-11-09'])
      expect(await unlock(reviewer, id, { ...wanted, until })).toMatchObject({ status: 400, body: { field: 'until' } });
    const [one, other] = await Promise.all([unlock(reviewer, id, wanted), unlock(await aReviewer('CN'), id, wanted)]);
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 409]);

    const opened = (await read(id)).body;
    expect(opened).toMatchObject({ standing: 'open', daysLeft: 4, time: { deadline: '2023-10-12', boundBy: { rule: 'unlocked' } } });
    expect((await hub.audited(id)).at(-1)).toEqual({
      act: 'filing.unlock',
      from: 'archived',
      to: 'supplementing',
      reason: '网站当天打不开',
    });
    expect(await noticesOf()).toEqual(['supplement.unlocked']);
    await look();
    expect((await stateOf(id))?.state).toBe('supplementing');
    goTo(Date.parse('2023-10-12T09:00:00+08:00'));
    await comeAgain();
    await remind();
    expect(await noticesOf()).toEqual(['supplement.due']);
    const latest = (await read(id)).body;
    expect((await save(id, latest.version)).status).toBe(200);
    goTo(Date.parse('2023-10-13T00:00:00+08:00'));
    await look();
    expect((await stateOf(id))?.state).toBe('archived');
  });

  test('shows its pictures to who writes it, and to its desk once it is handed in', async () => {
    const { id } = await anEnded();
    const [shown, taken] = [await hub.aPicture(filer.cookie, 'supplement'), await hub.aPicture(filer.cookie, 'supplement')];
    const seen = (cookie: string) => hub.sees(cookie, shown);
    const unknown = await save(id, 1, { ...content, pictures: [shown, randomUUID()] });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'upload.unknown' } });
    expect((await read(id)).body).toMatchObject({ version: 1, content: { pictures: [] } });

    expect((await save(id, 1, { ...content, pictures: [shown, taken] })).status).toBe(200);
    const saved = await save(id, 2, { ...content, photos: [], pictures: [shown] });
    expect(saved.body).toMatchObject({ content: { pictures: [shown] }, findings: [] });
    const [colleague, reviewer] = [await hub.aFiler(unit), await aReviewer('450000')];
    const [others, elsewhere] = [await hub.aFiler('guilin-kexie'), await aReviewer('450100')];
    expect([await seen(colleague), await seen(reviewer), await seen(others), await seen(elsewhere), await seen('')]).toEqual([
      200, 404, 404, 404, 404,
    ]);
    expect((await step(id, 'hand-in', 3)).status).toBe(200);
    expect([await seen(reviewer), await seen(elsewhere)]).toEqual([200, 404]);
    expect((await hub.as<Supplement>(reviewer, 'GET', `reviews/${id}/supplement`)).body.content.pictures).toEqual([shown]);
  });

  test('says whose cut-off bound it, in the words of its notice', async () => {
    const { id } = await anEnded('2023-10-03');
    expect((await read(id)).body).toMatchObject({
      daysLeft: 7,
      time: { endedOn: '2023-10-03', deadline: '2023-10-10', boundBy: { rule: 'cut-off', key: 'gx-recommendation' }, unfinishedIn: [] },
      cutOffs: [
        { key: 'gx-recommendation', campaign: '2023年全国科普日广西活动暨八桂科普大行动', what: '活动总结、优秀组织单位和优秀活动推荐' },
      ],
    });
  });

  test('is nobody’s who files for another unit, or has yet to be verified, and of nothing that goes on', async () => {
    const { id } = await anEnded();
    const other = await hub.aFiler('guilin-kexie');
    expect((await hub.as(other, 'GET', `filings/${id}/supplement`)).status).toBe(404);
    const waiting = await hub.anAccount({ role: 'host', region: 'UNITS' });
    await hub.app
      .get(Database)
      .transaction((tx) =>
        hub.app.get(FilersService, { strict: false }).addWaiting(tx, { by: filer.id, user: waiting.id, organization: unit }),
      );
    expect((await hub.as(waiting.cookie, 'GET', `filings/${id}/supplement`)).status).toBe(404); // they began nothing
    await rows(sql`update filings set filed_by = ${waiting.id}::uuid where id = ${id}::uuid`);
    expect(await hub.as(waiting.cookie, 'GET', `filings/${id}/supplement`)).toMatchObject({
      status: 403,
      body: { code: 'filer.unverified' },
    });
    const draft = await hub.aDraft(filer.cookie, unit);
    expect(await read(draft.id)).toMatchObject({ status: 409, body: { code: 'filing.refused' } });
  });
});

test('it begins with what the hub has of the sessions, and says nothing of what it has not', async () => {
  const time = aForm().time;
  const links = [{ address: 'https://www.bilibili.com/video/BV1xx411c7mD', verdict: 'OK' } as const];
  const session = { id: randomUUID(), title: '恐龙醒来', form: '直播' as const, time, links };
  goTo(Date.parse('2023-09-08T10:00:00+08:00'));
  await comeAgain();
  const { id, version } = await hub.aSubmitted(filer.cookie, unit, { sessions: [session] });
  await hub.as<Review>(await aReviewer('450000'), 'POST', `reviews/${id}/approve`, { version });
  goTo(now() + 31_000);
  await hub.app.get(PublicationService, { strict: false }).publishDue();
  const [planned] = (await hub.as<Filing>(filer.cookie, 'GET', `filings/${id}`)).body.programme ?? [];
  goTo(start + 1_000);
  await comeAgain();
  await hub.as(filer.cookie, 'PUT', `sessions/${planned?.id ?? ''}/signal`, { signal: 'started' });
  await expect.poll(async () => [await look(), (await stateOf(id))?.state][1], { timeout: 15_000 }).toBe('live');
  const said = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
  const topic = `room:${planned?.channel ?? ''}`;
  const keeper = hub.app.get(TileKeeper, { strict: false });
  const watch = async (devices: number) => {
    for (let device = 0; device < 3; device += 1) hub.app.get(Viewers).beat(topic, `device ${device}`, device < devices);
    await keeper.measure();
    return (await rows<{ peak: number }>(sql`select peak_viewers as peak from sessions where id = ${planned?.id ?? ''}`))[0]?.peak;
  };
  await expect.poll(() => watch(3), { timeout: 15_000, interval: 500 }).toBe(3);
  expect(await watch(2)).toBe(3);
  for (const text of ['好看', '骨架真大', '说过又收回'])
    await hub.app.get(EntryLog).append({
      id: randomUUID(),
      topic,
      author: filer.id,
      kind: 'message',
      body: { message: { kind: 'chat', text, author: { id: filer.id, name: '观众' } } },
      priority: true,
    });
  await rows(sql`update topic_entries set at = ${said(5)}::timestamptz where topic = ${topic} and kind = 'message'`);
  await rows(sql`update topic_entries set retracted_at = ${said(6)}::timestamptz
    where topic = ${topic} and body #>> '{message,text}' = '说过又收回'`);
  goTo(start + 101 * 60_000);
  await look();
  expect((await read(id)).body).toMatchObject({
    standing: 'open',
    measured: { messages: 2, peakViewers: 3 },
    content: { online: [`https://hub.example/channels/${planned?.channel ?? ''}`, 'https://www.bilibili.com/video/BV1xx411c7mD'] },
  });
  expect((await read(id)).body.measured).not.toHaveProperty('minutesLive');

  const link = randomUUID();
  await rows(sql`insert into stream_links (id, session, channel, kind, url, rank) values
    (${link}, ${planned?.id ?? ''}, ${planned?.channel ?? ''}, 'hls-live', 'https://live.example.org/a.m3u8', 9)`);
  await rows(sql`insert into link_changes (link, version, at, health, finding) values
    (${link}, 1, ${said(0)}::timestamptz, 'ok', 'OK'), (${link}, 2, ${said(88)}::timestamptz, 'down', 'HTTP_404')`);
  const sessions = await hub.app.get(ScheduleService, { strict: false }).ofActivity(id, now());
  expect(await hub.app.get(MeasurementsService, { strict: false }).of(sessions)).toEqual({ minutesLive: 88, messages: 2, peakViewers: 3 });
});
