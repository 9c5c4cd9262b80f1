import { type DeskCampaign, type DeskCampaigns, Lobby, type OpenCampaign, type Problem, Role } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';
import { Database } from '../../platform/database/index.js';

let hub: FilingHub;
beforeAll(async () => {
  hub = await startFilingHub();
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const wanted = (slug: string, changes: Partial<OpenCampaign> = {}): OpenCampaign => ({
  slug,
  region: 'CN',
  name: '全国科普日',
  nameEn: 'National Science Popularization Day',
  theme: '',
  days: { from: '2026-09-19', to: '2026-09-25' },
  serviceHours: { from: 480, to: 1_440 },
  ...changes,
});
const anOperator = async (region: string) => (await hub.anAccount({ role: 'operator', region })).cookie;
const open = (cookie: string, body: object) => hub.as<DeskCampaign>(cookie, 'POST', 'campaigns', body);
const desk = async (cookie: string) => (await hub.as<DeskCampaigns>(cookie, 'GET', 'campaign-desk')).body;

describe('a campaign', () => {
  test('is opened with its lobby, inside another or inside none, and said otherwise', async () => {
    const country = await anOperator('CN');
    const opened = await open(country, wanted('kepuri-2026'));
    expect(opened).toMatchObject({
      status: 201,
      body: {
        slug: 'kepuri-2026',
        place: { key: 'CN' },
        windows: [{ key: 'campaign', from: '2026-09-19', to: '2026-09-25', tentative: false }],
        serviceHours: { from: 480, to: 1_440 },
        mayChange: true,
      },
    });
    const lobby = Lobby.parse((await hub.as('', 'GET', 'campaigns/kepuri-2026/lobby')).body);
    expect(lobby).toMatchObject({ topic: 'lobby:kepuri-2026', channels: [] });

    const guangxi = await anOperator('450000');
    const inner = await open(guangxi, wanted('guangxi-2026', { parent: 'kepuri-2026', region: '450000', name: '广西科普日' }));
    expect(inner).toMatchObject({ status: 201, body: { parent: 'kepuri-2026' } });
    const paths = await hub.app.get(Database).rows(sql`select path, position from campaigns where slug like '%-2026' order by position`);
    expect(paths.map(({ path }) => path)).toEqual(['kepuri-2026', 'kepuri-2026/guangxi-2026']);

    const { slug: _, region: __, ...said } = wanted('x', { name: '科普日', theme: '提升全民科学素质' });
    expect((await hub.as(guangxi, 'PUT', 'campaigns/kepuri-2026', said)).status).toBe(403);
    const changed = await hub.as<DeskCampaign>(country, 'PUT', 'campaigns/kepuri-2026', {
      ...said,
      days: { from: '2026-09-20', to: '2026-09-20' },
    });
    expect(changed.body).toMatchObject({ name: '科普日', theme: '提升全民科学素质', windows: [{ from: '2026-09-20', to: '2026-09-20' }] });
    expect((await hub.audited('kepuri-2026')).map(({ act }) => act)).toEqual(['campaign.opened', 'campaign.changed']);
  });

  test('keeps the windows of its notice when it is said otherwise', async () => {
    const country = await anOperator('CN');
    const before = (await desk(country)).items.find(({ slug }) => slug === 'bagui-2023');
    expect(before?.windows.length).toBeGreaterThan(0);
    const { slug: _, region: __, ...said } = wanted('x', { name: before?.name ?? '' });
    const changed = await hub.as<DeskCampaign>(country, 'PUT', 'campaigns/bagui-2023', said);
    expect(changed.body.windows).toEqual([expect.objectContaining({ key: 'campaign' }), ...(before?.windows ?? [])]);
    const again = await hub.as<DeskCampaign>(country, 'PUT', 'campaigns/bagui-2023', said);
    expect(again.body.windows).toEqual(changed.body.windows);
  });

  test.each<[string, Partial<OpenCampaign>, number, Partial<Problem>]>([
    ['by a slug that is taken', { slug: 'bagui-2023' }, 409, { code: 'campaign.taken', field: 'slug' }],
    ['by a slug that is none', { slug: '科普日' }, 400, { field: 'slug' }],
    ['in a region that there is not', { region: '999999' }, 404, { code: 'region.unknown' }],
    ['inside a campaign that there is not', { parent: 'no-such' }, 404, { code: 'campaign.unknown', field: 'parent' }],
    ['without a name', { name: ' ' }, 400, { field: 'name' }],
    ['that ends before it begins', { days: { from: '2026-09-25', to: '2026-09-19' } }, 400, { field: 'days.to' }],
    ['on a day that there is not', { days: { from: '2026-02-30', to: '2026-03-01' } }, 400, { field: 'days.from' }],
    ['whose hours end before they begin', { serviceHours: { from: 600, to: 600 } }, 400, { field: 'serviceHours.to' }],
  ])('is not opened %s', async (_, changes, status, body) => {
    expect(await open(await anOperator('CN'), { ...wanted('never-2026'), ...changes })).toMatchObject({ status, body });
  });
});

test('role × action × region', async () => {
  const regions = ['CN', '450000', '450100', '510000', 'LINE-MINISTRY'];
  for (const role of Role.options)
    for (const region of regions) {
      const { cookie } = await hub.anAccount({ role, region });
      const isOperator = role === 'operator';
      const who = `${role} of ${region}`;
      expect((await hub.as(cookie, 'GET', 'campaign-desk')).status, who).toBe(isOperator ? 200 : 403);
      const inside = await open(cookie, { ...wanted('bagui-2023', { parent: 'bagui-2023', region: '450100' }) });
      const isAbove = ['CN', '450000', '450100'].includes(region);
      expect(inside.status, who).toBe(isOperator && isAbove ? 409 : 403); // taken: nothing is opened by the walk
      const outermost = await open(cookie, { ...wanted('bagui-2023', { region: '450100' }) });
      expect(outermost.status, who).toBe(isOperator && region === 'CN' ? 409 : 403);
      const { slug: _, region: __, ...said } = wanted('x');
      const changed = await hub.as(cookie, 'PUT', 'campaigns/bagui-2023', { ...said, name: '' });
      expect(changed.status, who).toBe(isOperator ? 400 : 403);
    }
});
