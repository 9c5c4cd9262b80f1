import { readFileSync } from 'node:fs';
import type { ExportedFilings, Filing, ImportedFilings, SheetCells } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';

const museum = 'gx-nature-museum';
const campaign = 'bagui-2023';

let hub: FilingHub;
let filer: string;
beforeAll(async () => {
  hub = await startFilingHub();
  filer = await hub.aFiler(museum);
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const send = (rows: SheetCells[], { dryRun = false, as = filer, organization = museum } = {}) =>
  hub.as<ImportedFilings>(as, 'POST', 'filings/imports', {
    organization,
    campaign,
    dryRun,
    rows: rows.map((cells, at) => ({ row: at + 2, cells })),
  });
const outcomes = async (rows: SheetCells[], options?: Parameters<typeof send>[1]) =>
  (await send(rows, options)).body.rows.map(({ outcome }) => outcome);
const readOf = async (id: string | undefined) => (await hub.as<Filing>(filer, 'GET', `filings/${id}`)).body;
const exported = async () => {
  const rows: SheetCells[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const query: string = `organization=${museum}&campaign=${campaign}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page: { body: ExportedFilings } = await hub.as<ExportedFilings>(filer, 'GET', `filings/exports?${query}`);
    rows.push(...page.body.rows);
    cursor = page.body.next;
  }
  return rows;
};

describe('a sheet', () => {
  test('is looked at first, and nothing of it is kept', async () => {
    const row = { id: 'D-1', title: '先看一看', time: '9月中下旬' };
    expect(await outcomes([row], { dryRun: true })).toEqual(['new']);
    expect((await exported()).some(({ id }) => id === 'D-1')).toBe(false);
  });

  test('makes drafts once, however often and however many at once send it, and changes what has changed', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => ({ id: `B-${at}`, title: `第 ${at} 项`, time: '9—11月', mode: '线下' }));
    const [one, other] = await Promise.all([send(rows), send(rows)]);
    for (const { status } of [one, other]) expect(status).toBe(200);
    expect(await outcomes(rows)).toEqual(rows.map(() => 'same'));
    expect((await exported()).filter(({ id }) => id?.startsWith('B-'))).toHaveLength(20);

    const changed = rows.map((row, at) => (at === 3 ? { ...row, time: '10月下旬' } : row));
    const { body } = await send(changed);
    expect(body.rows.map(({ outcome }) => outcome)).toEqual(rows.map((_, at) => (at === 3 ? 'changed' : 'same')));
    expect((await readOf(body.rows[3]?.filing)).form.time).toMatchObject({ precision: 'tenDay', from: '2023-10-21', to: '2023-10-31' });
  });

  test('keeps the rows that are right, and says of the others which cell is wrong', async () => {
    const { body } = await send([
      { id: 'C-1', title: '对的', hosts: '自治区科协、查无此会' },
      { id: 'C-2', title: '', time: '金秋' },
      { id: 'C-3', title: '重的' },
      { id: 'C-3', title: '又一个重的' },
      { title: '没有编号' },
    ]);
    expect(body.rows.map(({ outcome, problems }) => [outcome, ...problems.map(({ column, code }) => `${column} ${code}`)])).toEqual([
      ['new', 'hosts cell.alias', 'hosts cell.unknown-unit'],
      ['refused', 'title cell.missing', 'time cell.unreadable-time'],
      ['refused', 'id cell.twice'],
      ['refused', 'id cell.twice'],
      ['refused', 'id cell.missing'],
    ]);
  });

  test('does not change what was handed in', async () => {
    const row = { id: 'L-1', title: '交上去的', time: '2023年9月28日', mode: '线下', block: '区域活动', place: '南宁', riskPlan: '有' };
    const [kept] = (await send([{ ...row, hosts: '广西自然博物馆' }])).body.rows;
    const { version } = await readOf(kept?.filing);
    expect((await hub.as(filer, 'POST', `filings/${kept?.filing}/submit`, { version })).status).toBe(200);
    const [again] = (await send([{ ...row, title: '想改名' }])).body.rows;
    expect(again).toMatchObject({ outcome: 'refused', problems: [{ code: 'cell.locked' }] });
    expect((await readOf(kept?.filing)).form.title).toBe('交上去的');
  });

  test('that was written is the same when it is read again', async () => {
    const rows = await exported();
    expect(rows.length).toBeGreaterThan(20);
    const imported = rows.filter(({ id }) => !id?.startsWith('L-'));
    for (let at = 0; at < imported.length; at += 50)
      expect(new Set(await outcomes(imported.slice(at, at + 50)))).toEqual(new Set(['same']));
  });

  test('is taken only from whoever files for the unit', async () => {
    const stranger = await hub.aFiler('gx-stm');
    const { status, body } = await send([{ id: 'X-1', title: '别人的' }], { as: stranger });
    expect([status, body.code]).toEqual([403, 'access.refused']);
    expect((await hub.as(stranger, 'GET', `filings/exports?organization=${museum}&campaign=${campaign}`)).status).toBe(403);
  });

  test('has at most fifty rows at a time, and at least one', async () => {
    const rows = Array.from({ length: 51 }, (_, at) => ({ id: `M-${at}`, title: '太多' }));
    expect((await send(rows)).status).toBe(400);
    expect((await send([])).status).toBe(400);
  });
});

test('the whole list of the notices is imported with its times as they were meant', async () => {
  const file = new URL('../../../../../packages/demo/data/activities.json', import.meta.url);
  const { activities } = JSON.parse(readFileSync(file, 'utf8')) as {
    activities: { key: string; title: string; time: { text: string; precision: string; from: string; to: string; tentative: boolean } }[];
  };
  const rows = activities.map(({ key, title, time }) => ({ id: key, title: title.slice(0, 100), time: time.text }));
  const kept = new Map<string, string>();
  for (let at = 0; at < rows.length; at += 50) {
    const slice = rows.slice(at, at + 50);
    const { body } = await send(slice);
    for (const [i, { outcome, filing }] of body.rows.entries()) {
      expect(outcome).toBe('new');
      kept.set(slice[i]?.id ?? '', filing ?? '');
    }
  }
  for (const { key, time } of activities.filter((_, at) => at % 7 === 0)) {
    const { precision, from, to, tentative } = time;
    expect((await readOf(kept.get(key))).form.time).toEqual({ precision, from, to, tentative });
  }
});
