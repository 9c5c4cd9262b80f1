import { Filing, RecordHistory } from '@yunhui/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';
import { Audit } from '../../../platform/audit/index.js';
import { Database } from '../../../platform/database/index.js';

const museum = 'gx-nature-museum';

let hub: FilingHub;
let filer: string;
let province: { cookie: string; id: string };
beforeAll(async () => {
  hub = await startFilingHub();
  province = await hub.anAccount({ role: 'reviewer', region: '450000' });
  filer = await hub.aFiler(museum);
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const historyOf = async (id: string, cursor = '') =>
  RecordHistory.parse((await hub.as(province.cookie, 'GET', `reviews/${id}/history${cursor && `?cursor=${cursor}`}`)).body);

test('the record of a filing says who did what, what it changed, and where the audit keeps it', async () => {
  const { id, version } = await hub.aSubmitted(filer, museum, { title: '走进地震局', sessions: [] });
  const reasons = [{ field: 'title', code: 'vague', note: '请写全称' }];
  await hub.as(province.cookie, 'POST', `reviews/${id}/return`, { version, reasons });
  const returned = Filing.parse((await hub.as(filer, 'GET', `filings/${id}`)).body);
  const form = { ...returned.form, title: '走进广西地震台' };
  const kept = Filing.parse((await hub.as(filer, 'PUT', `filings/${id}`, { version: returned.version, form })).body);
  await hub.as(filer, 'POST', `filings/${id}/submit`, { version: kept.version });
  await hub.app.get(Audit, { strict: false }).chainNew();

  const { title, items } = await historyOf(id);
  expect(title).toBe('走进广西地震台');
  expect(items.map(({ act, from, to }) => [act, from, to])).toEqual([
    ['filing.resubmit', 'returned', 'resubmitted'],
    ['filing.return', 'submitted', 'returned'],
    ['filing.submit', 'draft', 'submitted'],
  ]);
  const [again, back] = items;
  expect(again?.changes).toEqual([{ field: 'title', before: '走进地震局', after: '走进广西地震台' }]);
  expect(back).toMatchObject({ by: { id: province.id, name: expect.any(String) }, reasons });
  for (const { chained } of items) expect(chained?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('pages go back to the first row, none twice and none left out, also of one moment', async () => {
  const { id } = await hub.aSubmitted(filer, museum, { title: '翻页', sessions: [] });
  const audit = hub.app.get(Audit, { strict: false });
  await hub.app.get(Database).transaction(async (tx) => {
    for (let at = 0; at < 70; at += 1) await audit.record(tx, { who: 'hub', act: `filing.note-${at}`, subject: id });
  });
  const first = await historyOf(id);
  const second = await historyOf(id, first.next);
  expect(first.items).toHaveLength(50);
  expect(second.next).toBeUndefined();
  const acts = [...first.items, ...second.items].map(({ act }) => act);
  expect(new Set(acts)).toEqual(new Set([...Array.from({ length: 70 }, (_, at) => `filing.note-${at}`), 'filing.submit']));
  expect(acts).toHaveLength(71);
  expect((await hub.as(province.cookie, 'GET', `reviews/${id}/history?cursor=x`)).body.code).toBe('cursor.refused');
});
