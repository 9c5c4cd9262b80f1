import { startPostgres, startRedis } from '@yunhui/testkit';
import { expect, somebody, test } from './arrange/journey.js';
import { shiftsFromNow } from './arrange/layout-shifts.js';
import { aHubBefore, aSessionAfterSilence, firstGoodPlaylist, losesItsStream } from './arrange/programme.js';

const leadMs = 15_000;
/** Promised are 5 s; a guard is three times as long. */
const guardMs = 15_000;

test('a tile goes from 即将开始 to 直播中 with the first good playlist, without reload or layout shift', async ({ browser }) => {
  const session = aSessionAfterSilence();
  await using hub = await aHubBefore(session.startsAt, leadMs);
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  await page.goto('/');
  const tile = page.locator(`main [data-slug="${session.channel}"]`).first();
  await expect(tile).toContainText('即将开始');
  await tile.scrollIntoViewIfNeeded();
  const shifted = await shiftsFromNow(page);

  const [goodAt, liveAt] = await Promise.all([
    firstGoodPlaylist(hub.address, session, leadMs + 20_000),
    expect(tile)
      .toContainText('直播中', { timeout: leadMs + 30_000 })
      .then(() => Date.now()),
  ]);

  expect(liveAt - goodAt).toBeLessThanOrEqual(guardMs);
  // The list is still there: the page was not loaded again.
  expect(await shifted()).toEqual([]);
});

test('a session whose stream does not appear says 主播尚未开播, never 直播中', async ({ browser }) => {
  const session = aSessionAfterSilence();
  await using postgres = await startPostgres();
  await using redis = await startRedis();
  const production = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, DEMO: 'on' };
  await using hub = await aHubBefore(session.startsAt, leadMs, production);
  await losesItsStream(postgres.url, session);
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  await page.goto(`/channels/${session.channel}`);

  const words: string[] = [];
  await expect
    .poll(
      async () => {
        const said = await page.locator('main').innerText();
        words.push(...(said.match(/直播中/g) ?? []));
        return said.includes('主播尚未开播');
      },
      { timeout: leadMs + 30_000 },
    )
    .toBe(true);
  expect(words).toEqual([]);
  await page.goto('/');
  await expect(page.locator(`main [data-slug="${session.channel}"]`).first()).toContainText('尚未开播');
});
