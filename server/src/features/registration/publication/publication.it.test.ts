import type { Channel, Filing, Lobby, Review, Schedule } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aForm } from '../../../../test/filing-form.js';
import { type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';
import { Clock } from '../../../platform/clock.js';
import { PublicationService } from './publication.service.js';

let hub: FilingHub;
let province: string;
beforeAll(async () => {
  hub = await startFilingHub();
  province = (await hub.anAccount({ role: 'reviewer', region: '450000' })).cookie;
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const approve = (filing: Filing) => hub.as<Review>(province, 'POST', `reviews/${filing.id}/approve`, { version: filing.version });
const publishDue = () => hub.app.get(PublicationService, { strict: false }).publishDue();
const stateOf = async (filer: string, { id }: Filing) => (await hub.as<Filing>(filer, 'GET', `filings/${id}`)).body.state;
/** The hub's clock goes on by itself; the half minute of the undo is not waited for. */
const passUndo = () => {
  (hub.app.get(Clock) as { aheadMs: number }).aheadMs += 31_000;
};
const lobby = async (): Promise<Lobby> => (await hub.ask('/api/v1/campaigns/kepuri-2023/lobby')).json() as Promise<Lobby>;
const sessionsOn = async (channel: string, from: string, to = '2023-09-29') => {
  const answer = await hub.ask(`/api/v1/campaigns/kepuri-2023/schedule?from=${from}&to=${to}&channel=${channel}`);
  return ((await answer.json()) as Schedule).sessions;
};
const exact = (day: string, from: string, to: string) =>
  ({ precision: 'exact', startsAt: `${day}T${from}:00+08:00`, endsAt: `${day}T${to}:00+08:00`, tentative: false }) as const;

describe('an approved filing', () => {
  test('is published once nobody can take the approval back: with its unit’s own channel, its session, and its tile', async () => {
    const filer = await hub.aFiler('gx-nature-museum');
    const filed = await hub.aSubmitted(filer, 'gx-nature-museum');
    await approve(filed);
    await publishDue();
    expect(await stateOf(filer, filed)).toBe('approved');

    passUndo();
    await publishDue();
    expect(await stateOf(filer, filed)).toBe('published');
    const channel = (await (await hub.ask('/api/v1/channels/gx-nature-museum')).json()) as Channel;
    expect(channel).toMatchObject({ title: '广西自然博物馆', host: '广西自然博物馆' });
    expect(await sessionsOn('gx-nature-museum', '2023-09-28')).toMatchObject([
      { title: '恐龙醒来', startsAt: '2023-09-28T15:00:00+08:00' },
    ]);
    await expect
      .poll(async () => (await lobby()).channels.find(({ slug }) => slug === 'gx-nature-museum')?.state, { timeout: 5_000 })
      .toBe('scheduled');
    expect((await hub.audited(filed.id)).map(({ act }) => act)).toEqual(['filing.submit', 'filing.approve', 'filing.publish']);
  });

  test('is published once, however many look, and the next of its unit is on the same channel', async () => {
    const filer = await hub.aFiler('gx-stm');
    const time = exact('2023-09-29', '10:00', '11:00');
    const [session] = aForm().sessions;
    const one = await hub.aSubmitted(filer, 'gx-stm');
    const two = await hub.aSubmitted(filer, 'gx-stm', { time, sessions: session ? [{ ...session, time }] : [] });
    await approve(one);
    await approve(two);
    passUndo();
    await Promise.all([publishDue(), publishDue(), publishDue()]);
    await publishDue();
    for (const filing of [one, two]) {
      expect(await stateOf(filer, filing)).toBe('published');
      expect((await hub.audited(filing.id)).filter(({ act }) => act === 'filing.publish')).toHaveLength(1);
    }
    expect(await sessionsOn('gx-stm', '2023-09-28', '2023-09-30')).toHaveLength(2);
  });

  test('whose time is fuzzy is found by its words, never by an hour', async () => {
    const filer = await hub.aFiler('gx-media-museum');
    const time = { precision: 'tenDay', from: '2023-10-21', to: '2023-10-31', tentative: true } as const;
    const filed = await hub.aSubmitted(filer, 'gx-media-museum', { title: '广电科技在我家', time, sessions: [] });
    await approve(filed);
    passUndo();
    await publishDue();
    expect(await stateOf(filer, filed)).toBe('published');
    const found = await (
      await hub.ask('/api/v1/campaigns/bagui-2023/schedule?from=2023-10-25T00:00:00%2B08:00&to=2023-10-26T00:00:00%2B08:00')
    ).text();
    expect(found).toContain('2023年10月下旬');
  });

  test('whose channel was given away meanwhile comes back, and nothing of it is public', async () => {
    const filer = await hub.aFiler('gx-wildlife-society');
    const first = await hub.aSubmitted(filer, 'gx-wildlife-society', { title: '先到的' });
    const second = await hub.aSubmitted(filer, 'gx-wildlife-society', { title: '后到的' });
    await approve(first);
    await approve(second);
    passUndo();
    await publishDue();
    expect([await stateOf(filer, first), await stateOf(filer, second)]).toEqual(['published', 'returned']);
    expect((await hub.as<Filing>(filer, 'GET', `filings/${second.id}`)).body.reasons).toMatchObject([
      { field: 'sessions', code: 'wrong-time' },
    ]);
    const after = await hub.as(filer, 'GET', `filings/${second.id}/findings`);
    expect(JSON.stringify(after.body)).toContain('session.overlaps'); // what its host is told now
  });

  test('shows its cover to everybody from then on, and not before; a copy has none', async () => {
    const unit = 'gx-geomatics';
    const filer = await hub.aFiler(unit);
    const [cover, other] = [await hub.aPicture(filer, 'cover'), await hub.aPicture(filer, 'cover')];
    const swapped = await hub.aPicture(filer, 'cover');
    const begun = await hub.aDraft(filer, unit, { cover: swapped });
    const form = { ...begun.form, cover };
    const draft = (await hub.as<Filing>(filer, 'PUT', `filings/${begun.id}`, { version: begun.version, form })).body;
    const stranger = await hub.aFiler('guilin-kexie');
    expect([await hub.sees(filer, cover), await hub.sees(province, cover), await hub.sees(stranger, cover)]).toEqual([200, 404, 404]);
    const filed = (await hub.as<Filing>(filer, 'POST', `filings/${draft.id}/submit`, { version: draft.version })).body;
    expect([await hub.sees(province, cover), await hub.sees(stranger, cover), await hub.sees('', cover)]).toEqual([200, 404, 404]);
    await approve(filed);
    passUndo();
    await publishDue();
    const shown = await hub.ask(`/api/v1/uploads/${cover}/640`);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
    expect((await sessionsOn(unit, '2023-09-28')).map((session) => session.cover)).toEqual([cover]);

    const published = (await hub.as<Filing>(filer, 'GET', `filings/${filed.id}`)).body;
    expect([await hub.sees(filer, swapped), await hub.sees(stranger, swapped), await hub.sees('', swapped)]).toEqual([200, 404, 404]);
    const wish = { organization: unit, campaign: 'bagui-2023', copyOf: filed.id };
    const copy = (await hub.as<Filing>(filer, 'POST', 'filings', wish)).body;
    expect(copy.form).not.toHaveProperty('cover');
    const stolen = await hub.as(filer, 'PUT', `filings/${copy.id}`, { version: copy.version, form: { ...copy.form, cover } });
    expect(stolen).toMatchObject({ status: 404, body: { code: 'upload.unknown' } });
    expect((await hub.as<Filing>(filer, 'GET', `filings/${copy.id}`)).body).toMatchObject({ version: copy.version });
    const change = { kind: 'edit', form: { ...published.form, cover: other } };
    const asked = await hub.as(filer, 'POST', `filings/${filed.id}/changes`, { version: published.version, change, reason: '换封面' });
    expect(asked).toMatchObject({ status: 400, body: { field: 'change.form.cover' } });
  });

  test('that is taken back in time is not published', async () => {
    const filer = await hub.aFiler('gx-nr-archive-museum');
    const filed = await hub.aSubmitted(filer, 'gx-nr-archive-museum');
    const { body } = await approve(filed);
    await hub.as(province, 'POST', `reviews/${filed.id}/undo`, { version: body.version });
    passUndo();
    await publishDue();
    expect(await stateOf(filer, filed)).toBe('in-review');
    expect((await hub.ask('/api/v1/channels/gx-nr-archive-museum')).status).toBe(404);
  });
});
