import { randomUUID } from 'node:crypto';
import type { ActivityForm, Channel, Filing, Inbox, LobbyChannel, ReleasePage, Review, ReviewPage, Schedule } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aForm } from '../../../../test/filing-form.js';
import { type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { FilersService } from '../../organizations/index.js';
import { PublicationService } from '../publication/publication.service.js';
import { GrantedChangesService } from './granted-changes.service.js';

let hub: FilingHub;
let filer: string;
let province: string;
let operator: string;
const museum = 'gx-nature-museum';
const county = 'hengzhou-kexie';
/** What is promised, and a guard's three times as much. */
const soon = { timeout: 15_000 };

beforeAll(async () => {
  hub = await startFilingHub();
  filer = await hub.aFiler(museum, county);
  province = (await hub.anAccount({ role: 'reviewer', region: '450000' })).cookie;
  operator = (await hub.anAccount({ role: 'operator', region: '450000' })).cookie;
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

/** The half minute of the undo is not waited for. */
const passUndo = () => {
  (hub.app.get(Clock) as { aheadMs: number }).aheadMs += 31_000;
};
const publishDue = () => hub.app.get(PublicationService, { strict: false }).publishDue();
const applyDue = () => hub.app.get(GrantedChangesService, { strict: false }).applyDue();
const read = async (id: string) => (await hub.as<Filing>(filer, 'GET', `filings/${id}`)).body;
const review = async (id: string, as = province) => (await hub.as<Review>(as, 'GET', `reviews/${id}`)).body;
const act = async (as: string, id: string, verb: string, body: object) => {
  const { version } = await review(id, as);
  return hub.as<Review>(as, 'POST', `reviews/${id}/${verb}`, { version, ...body });
};
const atOnce = (id: string, change: object, reason = '台风', as = province) => act(as, id, 'programme', { reason, change });
const ask = async (id: string, change: object, reason = '场地改了') => {
  const { version } = await read(id);
  return hub.as<Filing>(filer, 'POST', `filings/${id}/changes`, { version, reason, change });
};
const slot = (from: string, to: string, day = '2023-09-28') => ({ startsAt: `${day}T${from}:00+08:00`, endsAt: `${day}T${to}:00+08:00` });
const exact = (from: string, to: string, day?: string) => ({ precision: 'exact', ...slot(from, to, day), tentative: false }) as const;

let day = 0;
/** Published, with a day of its own: they all play on the unit's channel. */
async function aPublished(changes: Partial<ActivityForm> = {}): Promise<Filing & { wanted: string; session: string }> {
  const on = `2023-10-${String((day += 1)).padStart(2, '0')}`;
  const time = exact('15:00', '16:30', on);
  const sessions = aForm().sessions.map((session) => ({ ...session, time }));
  const filed = await hub.aSubmitted(filer, museum, { time, sessions, ...changes });
  await hub.as(province, 'POST', `reviews/${filed.id}/approve`, { version: filed.version });
  passUndo();
  await publishDue();
  const published = await read(filed.id);
  return { ...published, wanted: published.form.sessions[0]?.id ?? '', session: published.programme?.[0]?.id ?? '' };
}
const onDay = async ({ form }: Filing): Promise<Schedule> => {
  const time = form.time?.precision === 'exact' ? form.time.startsAt.slice(0, 10) : '';
  const answer = await hub.ask(
    `/api/v1/campaigns/kepuri-2023/schedule?channel=${museum}&from=${time}&to=${time.slice(0, 8)}${Number(time.slice(8)) + 1 < 10 ? '0' : ''}${Number(time.slice(8)) + 1}`,
  );
  return (await answer.json()) as Schedule;
};
const inSchedule = async (filing: Filing & { session: string }) => (await onDay(filing)).sessions.find(({ id }) => id === filing.session);
const calendar = async (session: string) => (await hub.ask(`/feeds/kepuri-2023/sessions/${session}.ics`)).text();
const released = async (campaign = 'kepuri-2023') =>
  ((await (await hub.ask(`/api/v1/campaigns/${campaign}/releases`)).json()) as ReleasePage).items;
const linesOf = async (session: string) =>
  (await released()).flatMap(({ lines }) => lines.filter((line) => line.session === session)).toReversed();

describe('what whoever answers for the scope does at once', () => {
  test('a session that is cancelled says why in the schedule and to calendars, and the activity goes on', async () => {
    const filing = await aPublished();
    const { status, body } = await atOnce(filing.id, { kind: 'cancel', session: filing.wanted });
    expect([status, body]).toMatchObject([
      200,
      { state: 'published', programme: [{ cancelled: { reason: '台风' } }], form: { sessions: [] } },
    ]);
    await expect.poll(() => inSchedule(filing), soon).toMatchObject({ state: 'ended', cancelled: { reason: '台风' } });
    expect(await calendar(filing.session)).toMatch(/STATUS:CANCELLED/);
    expect((await linesOf(filing.session)).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['new', undefined],
      ['cancelled', '台风'],
    ]);
  });

  test('an activity that is called off takes its sessions with it, and is in the audit with its reason', async () => {
    const filing = await aPublished();
    const { body } = await atOnce(filing.id, { kind: 'cancel' }, '场馆停电', operator);
    expect(body).toMatchObject({ state: 'cancelled', programme: [{ cancelled: { reason: '场馆停电' } }] });
    expect((await hub.audited(filing.id)).at(-1)).toEqual({ act: 'filing.cancel', from: 'published', to: 'cancelled', reason: '场馆停电' });
    expect(await atOnce(filing.id, { kind: 'postpone' })).toMatchObject({ status: 403 });
  });

  test('what is postponed waits for another time, and says so until it has one', async () => {
    const filing = await aPublished();
    expect((await atOnce(filing.id, { kind: 'postpone' }, '嘉宾生病')).body).toMatchObject({
      state: 'postponed',
      programme: [{ cancelled: { reason: '嘉宾生病', postponed: true } }],
    });
    await expect.poll(() => inSchedule(filing), soon).toMatchObject({ cancelled: { reason: '嘉宾生病', postponed: true } });
    expect(await calendar(filing.session)).toContain('已延期');
    const to = slot('10:00', '11:00', '2023-11-03');
    expect((await atOnce(filing.id, { kind: 'move', session: filing.wanted, ...to }, '改到周五')).body).toMatchObject({
      state: 'published',
      form: { time: { ...to, tentative: false } },
      programme: [{ id: filing.session, startsAt: to.startsAt, moved: { reason: '改到周五' } }],
    });
    expect((await linesOf(filing.session)).map(({ kind, startsAt }) => [kind, startsAt !== undefined])).toEqual([
      ['new', true],
      ['moved', false],
      ['moved', true],
    ]);
  });

  test('a session that is moved has its slot checked, and the activity moves with it', async () => {
    const [first, second] = [await aPublished(), await aPublished()];
    const taken = (first.form.sessions[0]?.time ?? {}) as { startsAt: string; endsAt: string };
    expect(await atOnce(second.id, { kind: 'move', session: second.wanted, startsAt: taken.startsAt, endsAt: taken.endsAt })).toMatchObject(
      {
        status: 409,
        body: { code: 'session.overlaps' },
      },
    );
    expect((await read(second.id)).version).toBe(second.version);
    const to = slot('10:00', '11:00', '2023-11-04');
    const { body } = await atOnce(second.id, { kind: 'move', session: second.wanted, ...to });
    expect(body.form.time).toMatchObject(to);
  });

  test('a session is not moved to a time that has passed, at once or by request', async () => {
    const filing = await aPublished();
    const past = { kind: 'move', session: filing.wanted, ...slot('10:00', '11:00', '2023-01-04') };
    expect(await atOnce(filing.id, past)).toMatchObject({ status: 409, body: { code: 'session.past' } });
    expect((await ask(filing.id, past)).body).toMatchObject({ code: 'session.past' });
    expect((await read(filing.id)).version).toBe(filing.version);
  });

  test('is theirs alone, needs a reason, and a session that there is', async () => {
    const filing = await aPublished();
    const { version } = filing;
    const body = { version, reason: '台风', change: { kind: 'cancel' } };
    const colleague = await hub.anAccount({ role: 'reviewer', region: '450000' });
    const [database, filers] = [hub.app.get(Database), hub.app.get(FilersService, { strict: false })];
    await database.transaction((tx) => filers.addWaiting(tx, { user: colleague.id, organization: museum, by: colleague.id }));
    const others: [string, number][] = [
      [colleague.cookie, 403],
      [(await hub.anAccount({ role: 'reviewer', region: '450300' })).cookie, 404],
      [(await hub.anAccount({ role: 'operator', region: '510000' })).cookie, 404],
      [(await hub.anAccount({ role: 'moderator', region: '450000' })).cookie, 403],
      [filer, 403],
    ];
    for (const [cookie, status] of others)
      expect((await hub.as(cookie, 'POST', `reviews/${filing.id}/programme`, body)).status).toBe(status);
    expect((await hub.ask(`/api/v1/reviews/${filing.id}/programme`, { method: 'POST' })).status).toBe(401);
    expect(await atOnce(filing.id, { kind: 'cancel' }, ' ')).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    expect(await atOnce(filing.id, { kind: 'cancel', session: filing.id })).toMatchObject({
      status: 404,
      body: { code: 'session.unknown' },
    });
    expect((await read(filing.id)).version).toBe(version);
  });

  test('is refused when nothing would become of it', async () => {
    const filing = await aPublished();
    const { startsAt = '', endsAt = '' } = filing.programme?.[0] ?? {};
    const same = { kind: 'move', session: filing.wanted, startsAt, endsAt };
    expect(await atOnce(filing.id, same)).toMatchObject({ status: 400, body: { code: 'request.malformed', field: 'change' } });
    expect(await ask(filing.id, same)).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    expect((await read(filing.id)).version).toBe(filing.version);
  });

  test('happens once: of two who act at once the second sees what the first did', async () => {
    const filing = await aPublished();
    const wanted = { version: filing.version, reason: '台风', change: { kind: 'cancel' } };
    const answers = await Promise.all(
      [province, operator].map((as) => hub.as<Review>(as, 'POST', `reviews/${filing.id}/programme`, wanted)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'review.decided', review: { state: 'cancelled' } });
  });
});

describe('what a host asks for', () => {
  test('is another only when the ladder has granted it, and nobody has taken that back', async () => {
    const filing = await aPublished();
    const form = { ...filing.form, sessions: filing.form.sessions.map((session) => ({ ...session, title: '恐龙又醒来' })) };
    const asked = await ask(filing.id, { kind: 'edit', form });
    expect(asked).toMatchObject({ status: 200, body: { state: 'published', change: { kind: 'edit', state: 'open', level: 0 } } });
    expect(asked.body.change?.changes.map(({ field }) => field)).toEqual(['sessions']);
    const waiting = (await hub.as<ReviewPage>(province, 'GET', 'reviews')).body.items;
    expect(waiting.find(({ id }) => id === filing.id)?.change?.reason).toBe('场地改了');

    const granted = await act(province, filing.id, 'change/grant', {});
    expect(granted.body).toMatchObject({ change: { state: 'granted' }, programme: [{ title: '恐龙醒来' }] });
    expect(granted.body.undoUntil).toBeDefined();
    expect((await act(province, filing.id, 'undo', {})).body).toMatchObject({ change: { state: 'open', level: 0 }, mayGrant: true });
    await act(province, filing.id, 'change/grant', {});
    await applyDue();
    expect((await read(filing.id)).programme).toMatchObject([{ title: '恐龙醒来' }]);

    passUndo();
    await Promise.all([applyDue(), applyDue()]);
    const after = await read(filing.id);
    expect(after).toMatchObject({
      state: 'published',
      form: { sessions: [{ title: '恐龙又醒来' }] },
      programme: [{ title: '恐龙又醒来' }],
    });
    expect(after.change).toBeUndefined();
    await expect.poll(async () => (await inSchedule(filing))?.title, soon).toBe('恐龙又醒来');
    expect((await linesOf(filing.session)).map(({ kind }) => kind)).toEqual(['new', 'changed']);
    expect((await hub.audited(filing.id)).slice(-5).map((row) => row.act)).toEqual([
      'filing.ask',
      'filing.grant',
      'filing.undo',
      'filing.grant',
      'filing.change',
    ]);
  });

  test('may have two sessions take each other’s slots', async () => {
    const [wanted] = aForm().sessions;
    const at = (from: string, to: string) => exact(from, to, '2023-11-12');
    const two = [
      { ...wanted, id: randomUUID(), title: '恐龙醒来', time: at('09:00', '10:00') },
      { ...wanted, id: randomUUID(), title: '恐龙入睡', time: at('10:00', '11:00') },
    ] as ActivityForm['sessions'];
    const filing = await aPublished({ time: at('09:00', '11:00'), sessions: two });
    const times = two.map(({ time }) => time).toReversed();
    const form = { ...filing.form, sessions: filing.form.sessions.map((session, nth) => ({ ...session, time: times[nth] })) };
    expect((await ask(filing.id, { kind: 'edit', form })).status).toBe(200);
    await act(province, filing.id, 'change/grant', {});
    passUndo();
    await applyDue();
    const slots = (await read(filing.id)).programme?.map(({ title, startsAt }) => [title, startsAt.slice(11, 16)]);
    expect(new Map(slots as [string, string][])).toEqual(
      new Map([
        ['恐龙醒来', '10:00'],
        ['恐龙入睡', '09:00'],
      ]),
    );
  });

  test('of what waits for another time is refused while it gives it none', async () => {
    const filing = await aPublished();
    await atOnce(filing.id, { kind: 'postpone' });
    const { form } = await read(filing.id);
    const words = { kind: 'edit', form: { ...form, title: '遇见恐龙（延期）' } };
    expect(await ask(filing.id, words)).toMatchObject({ status: 409, body: { code: 'filing.refused' } });
    expect((await read(filing.id)).state).toBe('postponed');
  });

  test('climbs the ladder level by level, each in its turn', async () => {
    const time = exact('09:00', '10:00', '2023-11-10');
    const filed = await hub.aSubmitted(filer, county, { time, sessions: aForm().sessions.map((session) => ({ ...session, time })) });
    const levels = await Promise.all(['450181', '450100', '450000'].map((region) => hub.anAccount({ role: 'reviewer', region })));
    for (const { cookie } of levels) await act(cookie, filed.id, 'approve', {});
    passUndo();
    await publishDue();
    await ask(filed.id, { kind: 'cancel' }, '报名不足');
    for (const [level, { cookie }] of levels.entries()) {
      for (const other of levels.filter((one) => one.cookie !== cookie))
        expect((await act(other.cookie, filed.id, 'change/grant', {})).status).toBe(403);
      expect((await act(cookie, filed.id, 'change/grant', {})).body.change).toMatchObject(
        level < 2 ? { state: 'open', level: level + 1 } : { state: 'granted' },
      );
    }
    passUndo();
    await applyDue();
    expect(await read(filed.id)).toMatchObject({ state: 'cancelled', programme: [{ cancelled: { reason: '报名不足' } }] });
  });

  test('is declined with a reason, or taken back, and nothing is another', async () => {
    const filing = await aPublished();
    await ask(filing.id, { kind: 'postpone' });
    expect(await ask(filing.id, { kind: 'cancel' })).toMatchObject({ status: 409, body: { code: 'change.waiting' } });
    await act(province, filing.id, 'change/decline', { reason: '当天还有别的场地' });
    const declined = await read(filing.id);
    expect(declined).toMatchObject({ state: 'published', form: filing.form });
    expect([declined.change, declined.steps.at(-1)]).toMatchObject([undefined, { event: 'decline', reason: '当天还有别的场地' }]);

    const asked = await ask(filing.id, { kind: 'postpone' });
    const recalled = await hub.as<Filing>(filer, 'POST', `filings/${filing.id}/changes/recall`, { version: asked.body.version });
    expect([recalled.status, recalled.body.change]).toEqual([200, undefined]);
    expect(await act(province, filing.id, 'change/grant', {})).toMatchObject({ status: 409, body: { code: 'filing.refused' } });
  });

  test.each<[string, (filing: Filing) => object, number, string]>([
    ['of nothing', ({ form }) => ({ kind: 'edit', form }), 400, 'request.malformed'],
    [
      'of its hosts',
      ({ form }) => ({ kind: 'edit', form: { ...form, hosts: [{ name: '广西壮族自治区科学技术协会' }] } }),
      400,
      'request.malformed',
    ],
    ['with something to mend', ({ form }) => ({ kind: 'edit', form: { ...form, title: '' } }), 422, 'filing.unfit'],
    ['of a session it does not have', ({ id }) => ({ kind: 'cancel', session: id }), 404, 'session.unknown'],
  ])('%s is refused', async (_, change, status, code) => {
    const filing = await aPublished();
    expect(await ask(filing.id, change(filing))).toMatchObject({ status, body: { code } });
    expect((await read(filing.id)).version).toBe(filing.version);
  });

  test('is asked by its filers alone, of what is published', async () => {
    const filing = await aPublished();
    const stranger = await hub.aFiler('gx-stm');
    const wanted = { version: filing.version, reason: '台风', change: { kind: 'cancel' } };
    expect((await hub.as(stranger, 'POST', `filings/${filing.id}/changes`, wanted)).status).toBe(404);
    expect((await hub.as(province, 'POST', `filings/${filing.id}/changes`, wanted)).status).toBe(403);
    const draft = await hub.aDraft(filer, museum);
    expect(await ask(draft.id, { kind: 'cancel' })).toMatchObject({ status: 409, body: { code: 'filing.refused' } });
  });

  test('is overtaken by what is done at once, and given up when its slot is given away meanwhile', async () => {
    const [one, other] = [await aPublished(), await aPublished()];
    await ask(one.id, { kind: 'postpone' });
    expect((await atOnce(one.id, { kind: 'cancel' })).body).toMatchObject({ state: 'cancelled' });
    expect((await read(one.id)).change).toBeUndefined();

    const third = await aPublished(); // before the grant: publishing it lets the time of an undo pass
    const to = slot('10:00', '11:00', '2023-11-06');
    await ask(other.id, { kind: 'move', session: other.wanted, ...to });
    await act(province, other.id, 'change/grant', {});
    await atOnce(third.id, { kind: 'move', session: third.wanted, ...to });
    passUndo();
    await applyDue();
    const left = await read(other.id);
    expect([left.change, left.programme?.[0]?.startsAt, left.steps.at(-1)]).toMatchObject([
      undefined,
      other.programme?.[0]?.startsAt,
      { event: 'decline', by: { id: 'hub' } },
    ]);
  });
});

describe('whoever files for the unit', () => {
  /** What is told of a filing, the newest first. */
  const told = async ({ id }: Filing) => {
    const { items } = (await hub.as<Inbox>(filer, 'GET', 'inbox')).body;
    return items.filter(({ path }) => path === `/host/filings/${id}`).map(({ kind }) => kind);
  };

  test('is told that what they asked for is granted, once, and not again when it is done', async () => {
    const filing = await aPublished();
    await ask(filing.id, { kind: 'cancel' }, '报名不足');
    await act(province, filing.id, 'change/grant', {});
    expect((await told(filing))[0]).toBe('change.granted');
    passUndo();
    await applyDue();
    expect((await read(filing.id)).state).toBe('cancelled');
    expect(await told(filing)).toEqual(['change.granted', 'filing.published', 'filing.approved']);
  });

  test('is told that it is declined', async () => {
    const filing = await aPublished();
    await ask(filing.id, { kind: 'postpone' });
    await act(province, filing.id, 'change/decline', { reason: '当天还有别的场地' });
    expect((await told(filing))[0]).toBe('change.declined');
  });

  test('is told what others did at once', async () => {
    const filing = await aPublished();
    await atOnce(filing.id, { kind: 'postpone' });
    await atOnce(filing.id, { kind: 'move', session: filing.wanted, ...slot('10:00', '11:00', '2023-11-20') });
    await atOnce(filing.id, { kind: 'cancel' }, '场馆停电', operator);
    expect((await told(filing)).slice(0, 3)).toEqual(['filing.cancelled', 'filing.changed', 'filing.postponed']);
  });
});

describe('releases', () => {
  test('are numbered without a hole, found around their campaign, and stay as they are', async () => {
    await aPublished();
    const own = (await released('bagui-2023')).map(({ number }) => number);
    expect(own.length).toBeGreaterThan(1);
    expect(own).toEqual(own.map((_, at) => (own[0] ?? 0) - at));
    expect((await released('kepuri-2023')).some(({ campaign }) => campaign === 'bagui-2023')).toBe(true);
    const database = hub.app.get(Database);
    await expect(database.rows(sql`update schedule_releases set number = number + 1000`)).rejects.toThrow(
      /schedule_releases|stays as it is/,
    );
    await expect(database.rows(sql`delete from schedule_releases`)).rejects.toThrow(/schedule_releases|stays as it is/);
    expect((await hub.ask('/api/v1/campaigns/no-such/releases')).status).toBe(404);
    const answer = await hub.ask('/api/v1/campaigns/bagui-2023/releases');
    expect([answer.headers.get('access-control-allow-origin'), answer.headers.get('etag') !== null]).toEqual(['*', true]);
  });

  test('come with operators’ own changes too', async () => {
    const filing = await aPublished();
    const body = { on: true, reason: '设备检修' };
    expect((await hub.as(operator, 'PUT', `sessions/${filing.session}/cancellation`, body)).status).toBe(200);
    expect((await hub.as(operator, 'PUT', `sessions/${filing.session}/cancellation`, { on: false })).status).toBe(200);
    expect((await linesOf(filing.session)).map(({ kind }) => kind)).toEqual(['new', 'cancelled', 'new']);
  });
});

test('the lobby follows what becomes of the next session in five seconds, with the reason', async () => {
  const inMinutes = (minutes: number) => new Date(hub.app.get(Clock).now() + minutes * 60_000).toISOString();
  const time = { precision: 'exact', startsAt: inMinutes(10), endsAt: inMinutes(40), tentative: false } as const;
  const draft = await hub.aDraft(filer, museum, { time, sessions: aForm().sessions.map((session) => ({ ...session, time })) });
  const filed = await hub.as<Filing>(filer, 'POST', `filings/${draft.id}/submit`, { version: draft.version, reason: '嘉宾今天才到' });
  await act(province, filed.body.id, 'approve', { reason: '同意加场' });
  passUndo();
  await publishDue();
  const { form } = await read(draft.id);
  const tile = async (): Promise<LobbyChannel['session']> => (await hub.tile(museum)).session;
  await expect.poll(async () => (await tile())?.title, { timeout: 5_000, interval: 100 }).toBe('恐龙醒来');
  await atOnce(draft.id, { kind: 'cancel', session: form.sessions[0]?.id }, '台风');
  await expect.poll(tile, { timeout: 5_000, interval: 100 }).toMatchObject({ cancelled: true, reason: '台风' });
  const page = (await (await hub.ask(`/api/v1/channels/${museum}`)).json()) as Channel;
  expect(page.current?.cancelled).toEqual({ reason: '台风' });
});
