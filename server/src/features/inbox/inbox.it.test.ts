import type { Inbox } from '@yunhui/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';

const museum = 'gx-nature-museum';

let hub: FilingHub;
let province: string;
beforeAll(async () => {
  hub = await startFilingHub();
  province = (await hub.anAccount({ role: 'reviewer', region: '450000' })).cookie;
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const inboxOf = async (cookie: string, cursor = '') =>
  (await hub.as<Inbox>(cookie, 'GET', `inbox${cursor && `?cursor=${encodeURIComponent(cursor)}`}`)).body;
const sendBack = (id: string, version: number) =>
  hub.as(province, 'POST', `reviews/${id}/return`, { version, reasons: [{ field: 'audience', code: 'incomplete' }] });

test('everybody who files for the unit is told what became of a filing, once, and nobody else', async () => {
  const filer = await hub.aFiler(museum);
  const colleague = await hub.aFiler(museum);
  const stranger = await hub.aFiler('gx-stm');
  const filed = await hub.aSubmitted(filer, museum, { title: '装起一具骨架', sessions: [] });
  await sendBack(filed.id, filed.version);
  for (const cookie of [filer, colleague])
    expect(await inboxOf(cookie)).toMatchObject({
      items: [{ kind: 'filing.returned', title: '装起一具骨架', path: `/host/filings/${filed.id}`, read: false }],
      unread: 1,
    });
  expect(await inboxOf(stranger)).toEqual({ items: [], unread: 0 });
  expect((await hub.ask('/api/v1/inbox')).status).toBe(401);
});

test('what one has read is read up to there, on one’s own alone', async () => {
  const filer = await hub.aFiler('gx-media-museum');
  const colleague = await hub.aFiler('gx-media-museum');
  const one = await hub.aSubmitted(filer, 'gx-media-museum', { title: '一', sessions: [] });
  await sendBack(one.id, one.version);
  const [first] = (await inboxOf(filer)).items;
  const two = await hub.aSubmitted(filer, 'gx-media-museum', { title: '二', sessions: [] });
  await sendBack(two.id, two.version);
  expect((await hub.as<Inbox>(filer, 'POST', 'inbox/read', { until: first?.id })).body.unread).toBe(1);
  expect((await inboxOf(filer)).items.map(({ title, read }) => [title, read])).toEqual([
    ['二', false],
    ['一', true],
  ]);
  expect((await inboxOf(colleague)).unread).toBe(2);
  expect((await hub.as(filer, 'POST', 'inbox/read', { until: 'all' })).status).toBe(400);
});

test('pages go back to the first notice', async () => {
  const filer = await hub.aFiler('gx-wildlife-society');
  const titles = Array.from({ length: 33 }, (_, at) => `第 ${at} 项`);
  for (const title of titles) {
    const { id, version } = await hub.aSubmitted(filer, 'gx-wildlife-society', { title, sessions: [] });
    await sendBack(id, version);
  }
  const first = await inboxOf(filer);
  const second = await inboxOf(filer, first.next);
  expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(titles.toReversed());
  expect(second.next).toBeUndefined();
  expect((await hub.as(filer, 'GET', 'inbox?cursor=x')).status).toBe(400);
});
