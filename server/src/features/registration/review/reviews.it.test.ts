import { type ActivityForm, type ApprovedFilings, type Entry, type Filing, Review, ReviewPage } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aForm } from '../../../../test/filing-form.js';
import { type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';
import { Clock } from '../../../platform/clock.js';

const museum = 'gx-nature-museum';
const hengzhou = 'hengzhou-kexie';
let hub: FilingHub;
let filer: string;
let county: string;
let city: string;
let province: string;
beforeAll(async () => {
  hub = await startFilingHub();
  filer = await hub.aFiler(museum, hengzhou);
  [county, city, province] = (
    await Promise.all(['450181', '450100', '450000'].map((region) => hub.anAccount({ role: 'reviewer', region })))
  ).map(({ cookie }) => cookie) as [string, string, string];
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const act = (cookie: string, id: string, verb: string, body: object) => hub.as<Review>(cookie, 'POST', `reviews/${id}/${verb}`, body);
const approve = (cookie: string, { id, version }: Pick<Review, 'id' | 'version'>, reason?: string) =>
  act(cookie, id, 'approve', { version, ...(reason && { reason }) });
const giveBack = (cookie: string, { id, version }: Pick<Review, 'id' | 'version'>) =>
  act(cookie, id, 'return', { version, reasons: [{ field: 'audience', code: 'mismatch', note: '报告厅核定 80 人' }] });
const read = (cookie: string, id: string) => hub.as<Review>(cookie, 'GET', `reviews/${id}`);
const queueOf = async (cookie: string) => ReviewPage.parse((await hub.as(cookie, 'GET', 'reviews')).body).items.map(({ id }) => id);

let slots = 0;
/**
 * Handed in by its filer, with ten minutes of 28 September of its own: what an earlier test had approved is published half a
 * minute later, and holds the time of its sessions.
 */
function aSubmitted(filer: string, unit: string, changes: Partial<ActivityForm> = {}): Promise<Filing> {
  const at = (slot: number) => `2023-09-28T${String(Math.floor(slot / 6)).padStart(2, '0')}:${slot % 6}0:00+08:00`;
  slots += 1;
  const time = { precision: 'exact', startsAt: at(slots), endsAt: at(slots + 1), tentative: false } as const;
  const sessions = aForm().sessions.map((session) => ({ ...session, time }));
  return hub.aSubmitted(filer, unit, { time, sessions, ...changes });
}

/** Time passes for the hub alone. */
async function later<Value>(ms: number, work: () => Promise<Value>): Promise<Value> {
  const clock = hub.app.get(Clock) as { aheadMs: number };
  clock.aheadMs += ms;
  try {
    return await work();
  } finally {
    clock.aheadMs -= ms;
  }
}

describe('the ladder', () => {
  test('is climbed level by level, each seeing it in its turn, until the last approves', async () => {
    const filed = await aSubmitted(filer, hengzhou);
    const reviewers = [county, city, province];
    let review: Pick<Review, 'id' | 'version'> = filed;
    for (const [level, cookie] of reviewers.entries()) {
      const seen = await Promise.all(reviewers.map(async (one) => (await queueOf(one)).includes(filed.id)));
      expect(seen).toEqual(reviewers.map((_, at) => at === level));
      for (const other of reviewers.filter((one) => one !== cookie))
        expect((await approve(other, review)).body.code ?? 'filing.unknown').toMatch(/access.refused|filing.unknown/);
      const { status, body } = await approve(cookie, review);
      expect([status, body]).toMatchObject([200, level < 2 ? { state: 'in-review', level: level + 1 } : { state: 'approved', level: 2 }]);
      review = body;
    }
    expect((await hub.audited(filed.id)).map((row) => row.act)).toEqual(['filing.submit', 'filing.pass', 'filing.pass', 'filing.approve']);
  });

  test('begins again after a return, which shows what is different since', async () => {
    const filed = await aSubmitted(filer, hengzhou, { audience: '线下 120 人' });
    const passed = await approve(county, filed);
    const returned = await giveBack(city, passed.body);
    expect(returned).toMatchObject({ status: 200, body: { state: 'returned', returnedFor: [{ field: 'audience', code: 'mismatch' }] } });

    const own = (await hub.as<Filing>(filer, 'GET', `filings/${filed.id}`)).body;
    expect(own).toMatchObject({ state: 'returned', reasons: [{ field: 'audience', code: 'mismatch', note: '报告厅核定 80 人' }] });
    const mended = await hub.as<Filing>(filer, 'PUT', `filings/${filed.id}`, {
      version: own.version,
      form: { ...own.form, audience: '线下 80 人' },
    });
    expect((await read(city, filed.id)).body.form.audience).toBe('线下 120 人'); // as it was handed in, whatever its host writes
    const again = await hub.as<Filing>(filer, 'POST', `filings/${filed.id}/submit`, { version: mended.body.version });
    expect(again.body).toMatchObject({ state: 'resubmitted', level: 0, reasons: [] });

    const review = Review.parse((await read(county, filed.id)).body);
    expect(review).toMatchObject({
      isResubmitted: true,
      mayDecide: true,
      changes: [{ field: 'audience', before: '线下 120 人', after: '线下 80 人' }],
      returnedFor: [{ field: 'audience', code: 'mismatch' }],
    });
    expect(review.steps.map(({ event }) => event)).toEqual(['submit', 'pass', 'return', 'resubmit']);
  });

  test('of a provincial unit has one level', async () => {
    const filed = await aSubmitted(filer, museum);
    expect((await approve(province, filed)).body).toMatchObject({ state: 'approved' });
  });
});

describe('the desk’s topics', () => {
  const hintsAt = async (cookie: string, scope: string, id: string): Promise<string[]> => {
    const { status, body } = await hub.as<{ items: Entry[] }>(cookie, 'GET', `topics/desk:${scope}/messages?limit=200`);
    if (status !== 200) return [`${status}`];
    return body.items.flatMap((entry) => ('id' in entry && entry.id === id ? entry.kind : [])).toReversed();
  };

  test('tell each scope above a filing what happens to it, and nobody beside it', async () => {
    const filed = await aSubmitted(filer, hengzhou);
    const { body: claimed } = await act(county, filed.id, 'claim', { version: filed.version });
    const { body: passed } = await approve(county, claimed);
    const { body: undone } = await act(county, filed.id, 'undo', { version: passed.version });
    await giveBack(county, undone);
    const told = ['review.added', 'review.claimed', 'review.settled', 'review.settled', 'review.settled'];
    for (const [cookie, scope] of [
      [county, '450181'],
      [city, '450100'],
      [province, '450000'],
    ] as const)
      await expect.poll(() => hintsAt(cookie, scope, filed.id)).toEqual(told);
    expect(await hintsAt(county, '450100', filed.id)).toEqual(['404']);
    expect(await hintsAt(filer, '450181', filed.id)).toEqual(['404']);
    const { cookie: neighbour } = await hub.anAccount({ role: 'reviewer', region: '450300' });
    expect(await hintsAt(neighbour, '450300', filed.id)).toEqual([]);
    expect(await hintsAt(neighbour, '450000', filed.id)).toEqual(['404']);
  });
});

describe('approving several', () => {
  test('passes what nobody has to look at, leaves what is flagged, and is refused where one decides nothing', async () => {
    const { cookie: colleague } = await hub.anAccount({ role: 'reviewer', region: '450000' });
    const clean = await aSubmitted(filer, museum);
    const flagged = await aSubmitted(filer, museum, { sessions: [] });
    const looked = await aSubmitted(filer, museum);
    const { body: claimed } = await act(colleague, looked.id, 'claim', { version: looked.version });
    const below = await aSubmitted(filer, hengzhou);
    const items = [clean, flagged, claimed, below].map(({ id, version }) => ({ id, version }));
    const { body } = await hub.as<ApprovedFilings>(province, 'POST', 'reviews/approvals', { items });
    expect(body.items.map(({ outcome }) => outcome)).toEqual(['approved', 'flagged', 'flagged', 'refused']);
    expect((await read(province, clean.id)).body).toMatchObject({ state: 'approved', version: body.items[0]?.version });
    expect((await read(province, flagged.id)).body).toMatchObject({ state: 'submitted', version: flagged.version });
    expect((await act(province, clean.id, 'undo', { version: body.items[0]?.version })).body.state).toBe('in-review');
    const { cookie: moderator } = await hub.anAccount({ role: 'moderator', region: 'CN' });
    expect((await hub.as(moderator, 'POST', 'reviews/approvals', { items })).status).toBe(403);
  });
});

describe('scores', () => {
  const score = (cookie: string, id: string, scores: object) => hub.as<Review>(cookie, 'PUT', `reviews/${id}/scores`, scores);

  test('are each reviewer’s own, at any level of the ladder, and move nothing', async () => {
    const filed = await aSubmitted(filer, hengzhou);
    expect((await score(county, filed.id, { quality: 4, reach: 3 })).body).toMatchObject({ scores: { quality: 4, reach: 3 } });
    expect((await score(county, filed.id, { quality: 5 })).body.scores).toEqual({ quality: 5 });
    expect((await read(city, filed.id)).body.scores).toEqual({});
    expect((await read(county, filed.id)).body).toMatchObject({ state: 'submitted', version: filed.version });
    expect((await hub.audited(filed.id)).map((row) => row.act)).toEqual(['filing.submit', 'filing.score', 'filing.score']);
  });

  test('are refused outside of one to five, and from whoever is on no level of it', async () => {
    const filed = await aSubmitted(filer, hengzhou);
    for (const quality of [0, 6, 2.5]) expect((await score(county, filed.id, { quality })).status).toBe(400);
    const { cookie: national } = await hub.anAccount({ role: 'reviewer', region: 'CN' });
    expect((await score(national, filed.id, { quality: 5 })).status).toBe(403);
    expect((await read(national, filed.id)).body.scores).toBeUndefined();
    const { cookie: neighbour } = await hub.anAccount({ role: 'reviewer', region: '450300' });
    expect((await score(neighbour, filed.id, { quality: 5 })).status).toBe(404);
  });
});

describe('two reviewers', () => {
  test('who decide at the same moment: one wins, and the other gets what they decided', async () => {
    const colleague = (await hub.anAccount({ role: 'reviewer', region: '450000' })).cookie;
    for (let round = 0; round < 8; round += 1) {
      const filed = await aSubmitted(filer, museum);
      const answers = await Promise.all([approve(province, filed), giveBack(colleague, filed)]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
      expect(lost?.body).toMatchObject({ code: 'review.decided', review: { state: won?.body.state, version: won?.body.version } });
      expect((await hub.audited(filed.id)).map((row) => row.act)).toEqual([
        'filing.submit',
        won?.body.state === 'approved' ? 'filing.approve' : 'filing.return',
      ]);
    }
  });

  test('see who looks; a colleague’s claim is refused, taken over when asked for, and keeps nobody from deciding', async () => {
    const { cookie: colleague } = await hub.anAccount({ role: 'reviewer', region: '450000' });
    const filed = await aSubmitted(filer, museum);
    const { body: claimed } = await act(province, filed.id, 'claim', { version: filed.version });
    expect(claimed).toMatchObject({ state: 'in-review', claim: { by: { name: expect.any(String) as string } } });
    const { version } = claimed;
    expect(await act(colleague, filed.id, 'claim', { version })).toMatchObject({
      status: 409,
      body: { code: 'review.claimed', review: { claim: claimed.claim } },
    });
    const taken = await act(colleague, filed.id, 'claim', { version, take: true });
    expect(taken.body.claim?.by.id).not.toBe(claimed.claim?.by.id);
    expect((await later(11 * 60_000, () => read(province, filed.id))).body.claim).toBeUndefined();
    expect(await approve(province, taken.body)).toMatchObject({ status: 200, body: { state: 'approved' } });
    expect((await read(province, filed.id)).body.claim).toBeUndefined();
  });
});

describe('undo', () => {
  test.each(['approve', 'return'] as const)('takes %s back within 30 s, by whoever did it', async (verb) => {
    const filed = await aSubmitted(filer, museum);
    const decided = verb === 'approve' ? await approve(province, filed) : await giveBack(province, filed);
    expect(decided.body.undoUntil).toBeDefined();
    const { cookie: colleague } = await hub.anAccount({ role: 'reviewer', region: '450000' });
    expect(await act(colleague, filed.id, 'undo', { version: decided.body.version })).toMatchObject({
      status: 409,
      body: { code: 'review.undo-over' },
    });
    const back = await act(province, filed.id, 'undo', { version: decided.body.version });
    expect(back).toMatchObject({ status: 200, body: { state: 'in-review', level: 0, returnedFor: [], mayDecide: true } });
    expect(await hub.audited(filed.id)).toMatchObject([{}, {}, { act: 'filing.undo', to: 'in-review' }]);
    expect((await giveBack(province, back.body)).status).toBe(200); // the same round may come back after all
  });

  test('of a pass goes back to the level that passed it', async () => {
    const filed = await aSubmitted(filer, hengzhou);
    const passed = await approve(county, filed);
    expect((await act(county, filed.id, 'undo', { version: passed.body.version })).body).toMatchObject({
      state: 'in-review',
      level: 0,
      mayDecide: true,
    });
  });

  test('is over after 30 s, and once somebody has acted', async () => {
    const filed = await aSubmitted(filer, hengzhou);
    const { version } = (await approve(county, filed)).body;
    const late = await later(30_001, () => act(county, filed.id, 'undo', { version }));
    expect(late).toMatchObject({ status: 409, body: { code: 'review.undo-over' } });
    await approve(city, { id: filed.id, version });
    expect(await act(county, filed.id, 'undo', { version })).toMatchObject({
      status: 409,
      body: { code: 'review.undo-over', review: { level: 2 } },
    });
  });

  test('of a return is over once its host has written', async () => {
    const filed = await aSubmitted(filer, museum);
    const { version } = (await giveBack(province, filed)).body;
    await hub.as(filer, 'PUT', `filings/${filed.id}`, { version, form: filed.form });
    expect(await act(province, filed.id, 'undo', { version })).toMatchObject({ status: 409, body: { code: 'review.undo-over' } });
  });
});

describe('time', () => {
  const dayMs = 86_400_000;

  test('lets the next level up decide when 48 h are left, and no higher one; then it stands on top', async () => {
    const filed = await aSubmitted(filer, hengzhou);
    const untilEscalation = Date.parse('2023-09-19T16:00:00Z') - hub.now();
    await later(untilEscalation - 60_000, async () => expect((await queueOf(city)).includes(filed.id)).toBe(false));
    await later(untilEscalation + 60_000, async () => {
      expect(await queueOf(city)).toContain(filed.id);
      expect(await queueOf(province)).not.toContain(filed.id);
      expect((await read(city, filed.id)).body).toMatchObject({ isEscalated: true, mayDecide: true, daysLeft: 2 });
      expect((await approve(city, filed)).body).toMatchObject({ level: 2, steps: [{}, { event: 'pass', scope: '450100' }] });
    });
  });

  test('asks a reason for an approval that comes too late', async () => {
    const filed = await aSubmitted(filer, museum);
    await later(Date.parse('2023-09-21T16:00:00Z') - hub.now() - 60_000, async () =>
      expect((await read(province, filed.id)).body.daysLeft).toBe(1),
    );
    await later(15 * dayMs, async () => {
      expect(await approve(province, filed)).toMatchObject({ status: 422, body: { code: 'filing.unexplained' } });
      expect(await approve(province, filed, '领导临时决定')).toMatchObject({ status: 200, body: { state: 'approved' } });
    });
    expect(await hub.audited(filed.id)).toMatchObject([{}, { act: 'filing.approve', reason: '领导临时决定' }]);
  });

  test('orders the desk: what must be out first comes first, what nobody dates comes last', async () => {
    const { cookie: reviewer } = await hub.anAccount({ role: 'reviewer', region: '450400' });
    const wuzhou = await hub.aFiler('gx-wuzhou-kexie');
    const on = (from: string, to = from) => ({ time: { precision: 'range', from, to, tentative: false } as const, sessions: [] });
    const [late, soon, next] = [
      await aSubmitted(wuzhou, 'gx-wuzhou-kexie', on('2023-11-01', '2023-11-03')),
      await aSubmitted(wuzhou, 'gx-wuzhou-kexie', on('2023-09-28')),
      await aSubmitted(wuzhou, 'gx-wuzhou-kexie', on('2023-10-08')),
    ];
    expect(await queueOf(reviewer)).toEqual([soon, next, late].map(({ id }) => id));
  });
});

test('nobody decides what their own unit files', async () => {
  const { cookie, id } = await hub.anAccount({ role: 'host', region: 'CN' }, { role: 'reviewer', region: '450000' });
  const { FilersService } = await import('../../organizations/index.js');
  await hub.app.get(FilersService, { strict: false }).add({ id: 'test' }, id, 'gx-stm');
  const filed = await aSubmitted(cookie, 'gx-stm');
  expect((await read(cookie, filed.id)).body.mayDecide).toBe(false);
  expect(await approve(cookie, filed)).toMatchObject({ status: 403, body: { code: 'access.refused' } });
  expect((await approve(province, filed)).status).toBe(200);
});

describe('a joint activity', () => {
  const hosts = ['广西自然博物馆', '成都市科学技术协会'];
  const jointly = async (named: string[]) => aSubmitted(filer, museum, { title: '川桂同看恐龙', hosts: named.map((name) => ({ name })) });

  test('has the ladder of its first host; the other’s region reads it and decides nothing', async () => {
    const { cookie: chengdu } = await hub.anAccount({ role: 'reviewer', region: '510100' });
    const filed = await jointly(hosts);
    expect(filed).toMatchObject({ ladder: ['450000'], joint: ['510100'] });
    expect((await read(chengdu, filed.id)).body).toMatchObject({ mayDecide: false, mayObject: true });
    expect(await approve(chengdu, filed)).toMatchObject({ status: 403 });
    const { items } = ReviewPage.parse((await hub.as(chengdu, 'GET', 'reviews?scope=510100')).body);
    expect(items.map(({ id }) => id)).toEqual([filed.id]);
    expect((await jointly(hosts.toReversed())).ladder).toEqual(['510100', '510000']);
  });

  test('is returned by an objection, which a region has once', async () => {
    const [{ cookie: chengdu }, { cookie: beijing }] = [
      await hub.anAccount({ role: 'reviewer', region: '510100' }),
      await hub.anAccount({ role: 'reviewer', region: '110000' }),
    ];
    const filed = await jointly(hosts);
    const reason = '我市没有报过这项';
    const object = (cookie: string, version: number) => act(cookie, filed.id, 'object', { version, reason });
    expect(await object(beijing, filed.version)).toMatchObject({ status: 404, body: { code: 'filing.unknown' } });
    expect(await object(province, filed.version)).toMatchObject({ status: 403 });
    const { status, body } = await object(chengdu, filed.version);
    expect([status, body]).toMatchObject([200, { state: 'returned', returnedFor: [{ field: 'hosts', code: 'other', note: reason }] }]);
    const again = await hub.as<Filing>(filer, 'POST', `filings/${filed.id}/submit`, { version: body.version });
    expect((await read(chengdu, filed.id)).body.mayObject).toBe(false);
    expect(await object(chengdu, again.body.version)).toMatchObject({ status: 403 });
    expect(await hub.audited(filed.id)).toMatchObject([{}, { act: 'filing.object', reason }, { act: 'filing.resubmit' }]);
  });
});
