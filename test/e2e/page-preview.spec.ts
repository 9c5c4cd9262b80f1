import { type Page } from '@playwright/test';
import { startHub, type SpawnedHub } from '../harness/hub.js';
import { expect, somebody, test } from './arrange/journey.js';
import { beQuiet } from './arrange/quiet.js';
import { daytime } from './arrange/routes.js';
import { openChannel, playedSeconds } from './room.js';

const desk = { viewport: { width: 1440, height: 900 } };
const tablet = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Longer than anybody has to look at the stage for its picture, and than it takes to load. */
const lookedAtMs = 9_000;

const stage = (page: Page) => page.locator('main article[data-stage]');
const picture = (page: Page) => stage(page).locator('video');
const stop = (page: Page) => page.getByRole('button', { name: '停止预览' });

/** The scripts that came with the page so far, by name. */
const scripts = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1) ?? ''));

async function openLobby(page: Page): Promise<void> {
  await page.goto('/');
  await expect(stage(page).getByText('直播中')).toBeVisible({ timeout: 30_000 });
}

test.describe('the stage of the lobby', () => {
  let hub: SpawnedHub;
  test.beforeAll(async () => {
    hub = await startHub(daytime);
  });
  test.afterAll(async () => hub[Symbol.asyncDispose]());

  test('shows its picture without sound to who points at it, loads nothing of a player before, and stops at a word', async ({
    browser,
  }) => {
    await using viewer = await somebody(browser, hub, desk);
    const { page } = viewer;
    await openLobby(page);
    await page.waitForTimeout(1_500);
    expect((await scripts(page)).filter((name) => /^(hls|lobby-preview|media-chrome)/.test(name))).toEqual([]);

    await stage(page).hover();
    await expect.poll(() => playedSeconds(page), { timeout: 20_000 }).toBeGreaterThan(0);
    expect(await picture(page).evaluate((video: HTMLVideoElement) => video.muted)).toBe(true);
    await expect(page.locator('video')).toHaveCount(1);

    await stop(page).click();
    await expect(picture(page)).toHaveCount(0);
    await expect(stage(page).getByRole('link')).toBeFocused();
    await page.mouse.move(5, 5);
    await stage(page).hover();
    await page.waitForTimeout(1_500);
    await expect(picture(page)).toHaveCount(0);
  });

  test('shows it on a tablet to who looks at it for a while, and ends while the campaign is quiet', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, tablet);
    const { page } = viewer;
    await openLobby(page);
    await expect(picture(page)).toBeVisible({ timeout: lookedAtMs });
    await expect.poll(() => playedSeconds(page), { timeout: 20_000 }).toBeGreaterThan(0);
    await beQuiet(hub.address, true);
    await expect(picture(page)).toHaveCount(0, { timeout: 10_000 });
    await beQuiet(hub.address, false);
    await expect(picture(page)).toBeVisible({ timeout: 10_000 + lookedAtMs });
  });

  test('shows none on a phone, upright or on its side, and none to who asked for less motion', async ({ browser }) => {
    const ways = [phone, { ...phone, viewport: { width: 844, height: 390 } }, { ...desk, reducedMotion: 'reduce' as const }];
    for (const way of ways) {
      await using viewer = await somebody(browser, hub, way);
      const { page } = viewer;
      await openLobby(page);
      await stage(page).hover();
      await page.waitForTimeout(lookedAtMs);
      await expect(picture(page)).toHaveCount(0);
      expect((await scripts(page)).filter((name) => name.startsWith('hls'))).toEqual([]);
    }
  });

  test('leaves the one picture to the player that goes on in the corner', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, desk);
    const { page } = viewer;
    await openChannel(page, 'deep-space');
    await expect.poll(() => playedSeconds(page), { timeout: 20_000 }).toBeGreaterThan(0);
    await page.getByRole('link', { name: '大厅' }).first().click();
    await stage(page).hover();
    await page.waitForTimeout(2_000);
    await expect(page.locator('video')).toHaveCount(1);
    await expect(picture(page)).toHaveCount(0);
  });
});
