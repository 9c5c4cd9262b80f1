import type { LinkHistory } from '@yunhui/contracts';
import type { Page } from '@playwright/test';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { linksOf } from './arrange/links.js';
import { plays, source } from './arrange/picture.js';
import { anOperator, liveLink } from './arrange/planned.js';
import { fourMore } from './arrange/viewers.js';

/** An hour at which the programme has nothing: what a journey plans is all there is. */
const test = journeysOn({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });
test.describe.configure({ lock: busy });

/** A first report comes within six seconds of the first picture, and is told on within one; beside others three times that. */
const reported = { timeout: 25_000 };
const anHour = { inMs: 2_000, lastsMs: 3_600_000 };
const own = (key: string) => liveLink(`/demo/double/${key}/tide/master.m3u8`);
const player = (page: Page) => page.getByRole('region', { name: /播放器$/ });

async function openSettings(page: Page): Promise<void> {
  await player(page).hover();
  await player(page).getByRole('button', { name: '播放设置' }).click();
}

test('how a source plays reaches the history of its link and the figures of who watches, unless they keep it to themselves', async ({
  browser,
  hub,
}) => {
  test.setTimeout(180_000);
  const operator = await anOperator(hub.address);
  await operator.plan('beijing', anHour, [own('told')]);
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub);
  await bob.page.goto('/channels/beijing');
  await plays(bob.page);
  await openSettings(bob.page);
  await bob.page.getByRole('dialog').getByLabel('把首帧时间、卡顿和中断告诉主办方').uncheck();
  await bob.page.reload();
  await plays(bob.page);

  await ada.page.goto('/channels/beijing');
  await plays(ada.page);
  const [link = ''] = await linksOf(hub.address, 'beijing');
  const viewers = async () => (await operator.read<LinkHistory>(`/api/v1/links/${link}/history`)).viewers;
  await expect.poll(async () => (await viewers())?.firstFrameMs, reported).toBeGreaterThan(0);
  await ada.page.waitForTimeout(8_000);
  expect(await viewers()).toMatchObject({ playing: 1, failing: 0 });

  await openSettings(ada.page);
  await ada.page.getByRole('dialog').getByText('播放数据').click();
  await expect(ada.page.getByRole('dialog').getByText(/^\d+ 毫秒$/)).toBeVisible();
  await expect(ada.page.getByRole('dialog').getByText(/^\d+ 次，共 [\d.]+ 秒$/)).toBeVisible();
});

test('a source that the hub finds well and that fails for its viewers is what nobody who comes later begins with', async ({
  browser,
  hub,
}) => {
  test.setTimeout(240_000);
  const operator = await anOperator(hub.address);
  await operator.plan('hebei', anHour, [own('failing-for-all'), own('well')]);
  await using ada = await somebody(browser, hub);
  await ada.page.goto('/channels/hebei');
  await plays(ada.page);
  await source(ada.page, 1).click();
  await expect(source(ada.page, 1)).toHaveAttribute('aria-pressed', 'true');
  await plays(ada.page);
  const [link = ''] = await linksOf(hub.address, 'hebei');
  using _ = await fourMore(hub.address, 'hebei', { link, plays: false, stalls: 0, stalledMs: 0, errors: 1, trouble: 'gone' });

  // The hub asks for no segment of its own streams: to its looks nothing has happened.
  await operator.post('/demo/doubles/failing-for-all', { behaviour: 'lost-segments' });
  await expect(source(ada.page, 2)).toHaveAttribute('aria-pressed', 'true', { timeout: 60_000 });
  const history = () => operator.read<LinkHistory>(`/api/v1/links/${link}/history`);
  await expect.poll(async () => (await history()).items[0]?.health, reported).toBe('degraded');
  expect((await history()).items[0]?.finding.code).toBe('viewers.fail');

  await using eve = await somebody(browser, hub);
  await eve.page.goto('/');
  await expect(eve.page.locator('[data-slug="hebei"]').first()).toContainText('直播中', { timeout: 20_000 });
  const asked: string[] = [];
  eve.page.on('request', (request) => asked.push(request.url()));
  await eve.page.goto('/channels/hebei');
  await plays(eve.page);
  await expect(source(eve.page, 2)).toHaveAttribute('aria-pressed', 'true');
  expect(asked.filter((url) => url.includes('failing-for-all'))).toEqual([]);
});
