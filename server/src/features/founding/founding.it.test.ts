import { Campaign, type FoundRegions } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { type AHub, aHub } from '../../../test/a-hub.js';
import { cookieFrom, posted } from '../../../test/http-hub.js';
import { FirstOperator } from '../staff/index.js';

const read = async <Body>(hub: AHub, path: string): Promise<Body> => (await hub.get(`/api/v1/${path}`)).json() as Promise<Body>;

test('a hub without the demo has the country’s regions, and comes from its start’s link to a campaign', async () => {
  await using hub = await aHub();
  expect((await read<FoundRegions>(hub, 'regions?q=450100')).items).toEqual([
    expect.objectContaining({ key: '450100', above: expect.objectContaining({ key: '450000' }) }),
  ]);

  const token = (await hub.app.get(FirstOperator, { strict: false }).offer()) ?? '';
  const setUp = await fetch(`${hub.url}/api/v1/setup`, posted({ token, login: 'first', name: '韦明', password: 'sail by lantern' }));
  expect(setUp.status).toBe(201);
  const wanted = {
    slug: 'kepuri',
    region: 'CN',
    name: '全国科普日',
    nameEn: 'National Science Popularization Day',
    days: { from: '2026-09-19', to: '2026-09-25' },
    serviceHours: { from: 480, to: 1_320 },
  };
  const opened = await fetch(`${hub.url}/api/v1/campaigns`, posted(wanted, { cookie: cookieFrom(setUp), origin: hub.url }));
  expect(opened.status).toBe(201);
  expect(Campaign.parse(await read(hub, 'campaigns/kepuri'))).toMatchObject({ slug: 'kepuri', region: 'CN' });
  expect(await read(hub, 'campaigns/kepuri/lobby')).toMatchObject({ topic: 'lobby:kepuri', channels: [] });
});
