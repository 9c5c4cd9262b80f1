import { Filing, FilingFindings, FilingPage, type FilingUnits, UnitNames } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aForm } from '../../../../test/filing-form.js';
import { type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';

const museum = 'gx-nature-museum';
let hub: FilingHub;
let filer: string;
beforeAll(async () => {
  hub = await startFilingHub();
  filer = await hub.aFiler(museum, 'hengzhou-kexie');
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const submit = (filing: Filing, body: object = {}, cookie = filer) =>
  hub.as<Filing>(cookie, 'POST', `filings/${filing.id}/submit`, { version: filing.version, ...body });
const save = (filing: Filing, changes: object, cookie = filer) =>
  hub.as<Filing>(cookie, 'PUT', `filings/${filing.id}`, { version: filing.version, form: { ...filing.form, ...changes } });

describe('a draft', () => {
  test('begins with the unit that files as its host, and who will review it', async () => {
    const { status, body } = await hub.as<Filing>(filer, 'POST', 'filings', { organization: 'hengzhou-kexie', campaign: 'bagui-2023' });
    expect(status).toBe(201);
    expect(Filing.parse(body)).toMatchObject({
      state: 'draft',
      version: 1,
      ladder: ['450181', '450100', '450000'],
      form: { title: '', hosts: [{ name: body.organization.name }] },
    });
  });

  test('keeps every part of the form, and what it was before is answered to whoever read that', async () => {
    const draft = await hub.aDraft(filer, museum, {
      place: { text: '广西大学', tentative: true },
      time: { precision: 'tenDay', from: '2023-09-21', to: '2023-09-30', tentative: true },
    });
    const saved = await save(draft, { title: '改过的' });
    expect(saved).toMatchObject({ status: 200, body: { version: draft.version + 1, form: { ...draft.form, title: '改过的' } } });
    const late = await save(draft, { title: '另一个标签页' });
    expect(late).toMatchObject({ status: 409, body: { code: 'filing.changed', filing: { title: '改过的', version: draft.version + 1 } } });
  });

  test('is one of two tabs’ that save at once, and the other sees it', async () => {
    const draft = await hub.aDraft(filer, museum);
    const answers = await Promise.all(['甲', '乙', '丙'].map((title) => save(draft, { title })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const kept = answers.find(({ status }) => status === 200)?.body.title;
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body.filing?.title).toBe(kept);
  });

  test('copies an older one without its time and sessions', async () => {
    const { id, form } = await hub.aDraft(filer, museum);
    const { body } = await hub.as<Filing>(filer, 'POST', 'filings', { organization: museum, campaign: 'bagui-2023', copyOf: id });
    expect(body.form).toMatchObject({ title: form.title, hosts: form.hosts, sessions: [] });
    expect(body.form.time).toBeUndefined();
  });

  test.each([
    ['for an unknown campaign', { organization: museum, campaign: 'nowhere' }, 404, 'campaign.unknown'],
    ['for a unit one does not file for', { organization: 'gx-kexie', campaign: 'bagui-2023' }, 403, 'access.refused'],
    [
      'of a copy nobody knows',
      { organization: museum, campaign: 'bagui-2023', copyOf: '0198c0de-0000-7000-8000-000000000001' },
      404,
      'filing.unknown',
    ],
  ])('%s is refused', async (_, body, status, code) => {
    expect(await hub.as(filer, 'POST', 'filings', body)).toMatchObject({ status, body: { code } });
  });

  test('whose sessions share an id, or whose form has no shape, is refused and nothing is kept', async () => {
    const draft = await hub.aDraft(filer, museum);
    const [session] = draft.form.sessions;
    for (const changes of [
      { sessions: [session, session] },
      { mode: 'telepathic' },
      { title: 7 },
      { forms: Array.from({ length: 40 }, () => '直播') },
    ])
      expect(await save(draft, changes)).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    expect((await hub.as<Filing>(filer, 'GET', `filings/${draft.id}`)).body.version).toBe(draft.version);
  });
});

describe('findings', () => {
  test('come before submission, in plain words with what to do', async () => {
    const draft = await hub.aDraft(filer, museum, { hosts: [{ name: '自治区科协' }], undertakers: [{ name: '没有这个馆' }] });
    const { body } = await hub.as(filer, 'GET', `filings/${draft.id}/findings`);
    const { items, deadline } = FilingFindings.parse(body);
    expect(items.map(({ code, severity, field }) => `${severity} ${field} ${code}`)).toEqual([
      'hard hosts unit.alias',
      'hard undertakers unit.unknown',
      'soft hosts unit.not-named',
    ]);
    expect(items[0]).toMatchObject({ instead: '广西壮族自治区科学技术协会', todo: { zh: '换成登记库全称' } });
    expect(deadline).toEqual({ publishBy: '2023-09-21', submitBy: '2023-09-19', daysLeft: 12, reviewWorkingDays: 2 });
  });

  test('count three levels of review over the weekend', async () => {
    const draft = await hub.aDraft(filer, 'hengzhou-kexie');
    const { body } = await hub.as(filer, 'GET', `filings/${draft.id}/findings`);
    expect(FilingFindings.parse(body).deadline).toEqual({
      publishBy: '2023-09-21',
      submitBy: '2023-09-13',
      daysLeft: 6,
      reviewWorkingDays: 6,
    });
  });
});

describe('submitting', () => {
  test('hands it to the first level, with its row in the audit', async () => {
    const draft = await hub.aDraft(filer, museum);
    const { status, body } = await submit(draft);
    expect([status, body]).toMatchObject([
      200,
      { state: 'submitted', level: 0, version: draft.version + 1, steps: [{ event: 'submit', from: 'draft', to: 'submitted' }] },
    ]);
    expect(await hub.audited(draft.id)).toEqual([{ act: 'filing.submit', from: 'draft', to: 'submitted', reason: null }]);
  });

  test('is refused with what must be mended', async () => {
    const draft = await hub.aDraft(filer, museum, { title: '' });
    expect(await submit(draft, { reason: '来不及' })).toMatchObject({
      status: 422,
      body: { code: 'filing.unfit', findings: { items: [{ code: 'title.missing' }] } },
    });
    expect(await hub.audited(draft.id)).toEqual([]);
  });

  test('needs a reason when it is late', async () => {
    const time = { precision: 'day', from: '2023-09-17', to: '2023-09-17', tentative: false } as const;
    const draft = await hub.aDraft(filer, museum, { time, sessions: [] });
    expect(await submit(draft)).toMatchObject({ status: 422, body: { code: 'filing.unexplained' } });
    expect(await submit(draft, { reason: '嘉宾档期刚定' })).toMatchObject({ status: 200, body: { state: 'submitted' } });
    expect(await hub.audited(draft.id)).toMatchObject([{ act: 'filing.submit', reason: '嘉宾档期刚定' }]);
  });

  test('happens once, however often it is asked at once', async () => {
    const draft = await hub.aDraft(filer, museum);
    const answers = await Promise.all(Array.from({ length: 4 }, () => submit(draft)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    expect(await hub.audited(draft.id)).toHaveLength(1);
  });

  test('ends the editing, until it comes back or is withdrawn for good', async () => {
    const filed = await hub.aSubmitted(filer, museum);
    expect(await save(filed, { title: '趁人不注意' })).toMatchObject({ status: 409, body: { code: 'filing.refused' } });
    const withdrawn = await hub.as<Filing>(filer, 'POST', `filings/${filed.id}/withdraw`, { version: filed.version, reason: '场地没了' });
    expect(withdrawn).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect(await submit(withdrawn.body)).toMatchObject({ status: 409, body: { code: 'filing.refused' } });
    expect(await hub.audited(filed.id)).toMatchObject([
      { act: 'filing.submit' },
      { act: 'filing.withdraw', from: 'submitted', to: 'withdrawn', reason: '场地没了' },
    ]);
  });
});

describe('what a unit files', () => {
  test('is known to its filers alone, by guessed ids neither', async () => {
    const draft = await hub.aDraft(filer, museum);
    const colleague = await hub.aFiler(museum);
    const stranger = await hub.aFiler('gx-stm');
    expect((await hub.as(colleague, 'GET', `filings/${draft.id}`)).status).toBe(200);
    const tries = [
      hub.as(stranger, 'GET', `filings/${draft.id}`),
      hub.as(stranger, 'GET', `filings/${draft.id}/findings`),
      save(draft, { title: '别人的' }, stranger),
      submit(draft, {}, stranger),
      hub.as(stranger, 'POST', `filings/${draft.id}/withdraw`, { version: draft.version, reason: '别人的' }),
      hub.as(stranger, 'POST', 'filings', { organization: 'gx-stm', campaign: 'bagui-2023', copyOf: draft.id }),
    ];
    for (const answer of await Promise.all(tries)) expect(answer).toMatchObject({ status: 404, body: { code: 'filing.unknown' } });
    expect((await hub.as<FilingPage>(stranger, 'GET', 'filings')).body.items).toEqual([]);
  });

  test('is listed in pages, each filing once, the last touched first', async () => {
    const lister = await hub.aFiler('gx-media-museum');
    for (let count = 0; count < 53; count += 1)
      await hub.as(lister, 'POST', 'filings', {
        organization: 'gx-media-museum',
        campaign: 'bagui-2023',
        form: aForm({ title: `第 ${count} 项` }),
      });
    const first = FilingPage.parse((await hub.as(lister, 'GET', 'filings')).body);
    const second = FilingPage.parse((await hub.as(lister, 'GET', `filings?cursor=${first.next}`)).body);
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 3, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(53);
    expect(first.items[0]?.title).toBe('第 52 项');
  });

  test('names the units with those who review them', async () => {
    const { body } = await hub.as<FilingUnits>(filer, 'GET', 'filings/units');
    expect(body.items.map(({ key, ladder }) => [key, ladder])).toEqual([
      [museum, ['450000']],
      ['hengzhou-kexie', ['450181', '450100', '450000']],
    ]);
  });
});

describe('a unit that is named', () => {
  const named = async (q: string) =>
    UnitNames.parse((await hub.as(filer, 'GET', `filings/unit-names?q=${encodeURIComponent(q)}`)).body).items;

  test.each([
    ['自然博物馆', { key: museum, name: '广西自然博物馆' }],
    ['gxzrbwg', { key: museum, name: '广西自然博物馆' }],
    ['guang’xi’zi’ran', { key: museum, name: '广西自然博物馆' }],
    ['广西科协', { key: 'gx-kexie', name: '广西壮族自治区科学技术协会', alias: '广西科协' }],
  ])('is found by %s in the whole registry, with its exact full name', async (q, unit) => {
    expect((await named(q))[0]).toEqual(unit);
  });

  test('is one of twelve at most, and none when nothing is called so', async () => {
    expect(await named('科')).toHaveLength(12);
    expect(await named('没有这个单位')).toEqual([]);
    expect(await named('%_\\')).toEqual([]);
  });

  test('is told to hosts, who say what they look for', async () => {
    const { cookie } = await hub.anAccount({ role: 'moderator', region: 'CN' });
    expect((await hub.as(cookie, 'GET', 'filings/unit-names?q=%E7%A7%91')).status).toBe(403);
    expect((await hub.as('', 'GET', 'filings/unit-names?q=%E7%A7%91')).status).toBe(401);
    for (const q of ['', '%20', encodeURIComponent('科'.repeat(101))])
      expect(await hub.as(filer, 'GET', `filings/unit-names?q=${q}`)).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
  });
});
