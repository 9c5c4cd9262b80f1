import { devices, type Page } from '@playwright/test';
import { signInAt } from './arrange/desk.js';
import { aModerator } from './arrange/moderator.js';
import { busy, expect, somebody, test } from './arrange/journey.js';
import { linksOf } from './arrange/links.js';
import { plays } from './arrange/picture.js';

test.describe.configure({ lock: busy });

/** What is promised; beside others a machine takes its time, hence three times that. */
const soon = { timeout: 6_000 };
const channel = 'tide';

/** Seconds that lie in the video's buffer: a player that stopped has none left. */
const buffered = (page: Page) =>
  page
    .locator('video')
    .evaluateAll((videos) =>
      (videos as HTMLVideoElement[]).reduce(
        (sum, { buffered: ranges }) => sum + (ranges.length > 0 ? ranges.end(ranges.length - 1) - ranges.start(0) : 0),
        0,
      ),
    );
const slate = (page: Page) => page.getByRole('region', { name: /播放器$/ }).getByRole('heading', { name: '这场已下线' });
const tile = (page: Page) => page.locator(`[data-slug="${channel}"]`).first();

test('what is cut off stops in every browser with nothing left in its buffer, tiles follow, and it plays again when it is put back', async ({
  browser,
  hub,
}) => {
  const moderator = await aModerator(hub.address);
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub, devices['Pixel 7']);
  await using eve = await somebody(browser, hub);
  for (const { page } of [ada, bob]) {
    await page.goto(`/channels/${channel}`);
    await plays(page);
  }
  await eve.page.goto('/');
  await expect(tile(eve.page)).toContainText('直播中', { timeout: 20_000 });

  await moderator.cut('channel', channel);
  for (const { page } of [ada, bob]) {
    await expect(slate(page)).toBeVisible(soon);
    await expect.poll(() => buffered(page), soon).toBe(0);
  }
  await expect(tile(eve.page)).toContainText('已下线', soon);
  const asked: string[] = [];
  ada.page.on('request', (request) => asked.push(request.url()));
  await ada.page.waitForTimeout(5_000);
  expect(asked.filter((url) => url.includes('/demo/'))).toEqual([]);

  await using late = await somebody(browser, hub);
  await late.page.goto(`/channels/${channel}`);
  await expect(slate(late.page)).toBeVisible({ timeout: 10_000 });

  await moderator.putBack('channel', channel);
  for (const { page } of [ada, bob, late]) {
    await expect(slate(page)).toBeHidden({ timeout: 10_000 });
    await plays(page);
  }
  await expect(tile(eve.page)).toContainText('直播中', { timeout: 10_000 });
});

test('a source that is cut off alone gives way to the next', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  await using ada = await somebody(browser, hub);
  await ada.page.goto(`/channels/${channel}`);
  await plays(ada.page);
  const [first = ''] = await linksOf(hub.address, channel);
  await moderator.cut('link', first);
  // The spare is the only one left: it has the smallest picture alone.
  const second = ada.page.getByRole('button', { name: /^源 2 ·/ });
  await expect(second).toBeHidden(soon);
  await plays(ada.page);
  await expect.poll(() => ada.page.locator('video').evaluate((video: HTMLVideoElement) => video.videoHeight)).toBe(240);
  await moderator.putBack('link', first);
  await expect(second).toBeVisible({ timeout: 10_000 });
});

test('a moderator cuts off from the desk with one key and a reason, and takes it back from there', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await using desk = await somebody(browser, hub, { viewport: { width: 1440, height: 900 } });
  await ada.page.goto(`/channels/${channel}`);
  await plays(ada.page);
  await signInAt(desk.page, 'moderator');
  await desk.page.goto(`/desk/moderation?topic=room:${channel}`);
  await expect(desk.page.getByRole('heading', { name: '审核台' })).toBeVisible();
  await desk.page.keyboard.press('x');
  const sheet = desk.page.getByRole('dialog', { name: '即时阻断' });
  await sheet.getByLabel('原因，同事会看到').fill('画面不对');
  await sheet.getByRole('button', { name: /^停播：/ }).click();
  await expect(slate(ada.page)).toBeVisible(soon);
  await expect(sheet).toBeHidden();
  await desk.page.getByRole('button', { name: '恢复播出' }).click();
  await expect(slate(ada.page)).toBeHidden({ timeout: 10_000 });
  await plays(ada.page);
});
