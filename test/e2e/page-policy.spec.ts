import { startPostgres, startRedis } from '@yunhui/testkit';
import { startHub } from '../harness/hub.js';
import { aStreamHost } from '../harness/stream-host.js';
import { complaintsOf } from './arrange/complaints.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { leadsTo } from './arrange/programme.js';
import { daytime, elderHome, routes, visit } from './arrange/routes.js';
import { enterChannel, playedSeconds } from './room.js';

/** In the middle of a day of the campaign. */
const test = journeysOn(daytime);

test('no page breaks its own policy or complains to the console', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  const complaints = await complaintsOf(viewer.page);
  for (const route of routes) await visit(viewer.page, route);
  expect(complaints).toEqual([]);
});

test('nor does one in simple mode, where captions are shown from the start', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  const complaints = await complaintsOf(page);
  await page.addInitScript(() => localStorage.setItem('yunhui.mode', 'elder'));
  await visit(page, elderHome);
  await page.goto('/channels/deep-space');
  const caption = () =>
    page.locator('video').evaluate((video: HTMLVideoElement) => {
      const track = [...video.textTracks].find(({ mode }) => mode === 'showing');
      return [...(track?.activeCues ?? [])].map((cue) => (cue as VTTCue).text).join('');
    });
  await expect.poll(caption, { timeout: 30_000 }).not.toBe('');
  expect(complaints).toEqual([]);
});

test('a stream that was approved on another origin, and leads on to a third, plays under the policy', async ({ browser }) => {
  await using postgres = await startPostgres();
  await using redis = await startRedis();
  await using elsewhere = await aStreamHost('deep-space');
  const production = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, DEMO: 'on' };
  await using hub = await startHub({ ...production, OUTBOUND_LOOPBACK: 'on', NODE_EXTRA_CA_CERTS: elsewhere.certificate });
  await leadsTo(postgres.url, 'tide', elsewhere.playlist);

  await using viewer = await somebody(browser, hub, { ignoreHTTPSErrors: true });
  const { page } = viewer;
  const complaints = await complaintsOf(page);
  const fromAfar = new Set<string>();
  page.on('requestfinished', (request) => fromAfar.add(new URL(request.url()).origin));
  await enterChannel(page, 'tide');
  await expect.poll(() => playedSeconds(page), { timeout: 30_000 }).toBeGreaterThan(0);
  const before = await playedSeconds(page);
  await expect.poll(() => playedSeconds(page), { timeout: 20_000 }).toBeGreaterThan(before + 1);
  expect([...fromAfar]).toEqual(expect.arrayContaining([new URL(elsewhere.playlist).origin, elsewhere.carrier]));
  expect(complaints).toEqual([]);
});
