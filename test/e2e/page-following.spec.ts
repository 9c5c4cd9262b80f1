import type { Page } from '@playwright/test';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { nextSessionOf } from './arrange/next-session.js';
import { daytime } from './arrange/routes.js';

/** In the middle of a day of the campaign. */
const test = journeysOn(daytime);
test.describe.configure({ lock: busy });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const button = (page: Page) => page.getByRole('button', { name: /^已?关注 / });
const row = (page: Page) => page.locator('section').filter({ has: page.getByRole('heading', { name: '关注的频道' }) });
const shown = (page: Page) =>
  page.locator('main [data-slug]').evaluateAll((tiles) => tiles.map((tile) => (tile as HTMLElement).dataset['slug']));

async function follow(page: Page, slug: string): Promise<void> {
  await page.goto(`/channels/${slug}`);
  await button(page).click();
  await expect(button(page)).toHaveAttribute('aria-pressed', 'true');
}

test('what is followed stands first in the lobby, also in another tab and after a reload, until it is followed no more', async ({
  browser,
  hub,
}) => {
  await using viewer = await somebody(browser, hub, phone);
  const { page } = viewer;
  await page.goto('/');
  await expect(page.locator('main article').first()).toBeVisible();
  await expect(row(page)).toHaveCount(0);
  const tab = await page.context().newPage();
  await follow(tab, 'guangxi');
  await expect(row(page).locator('[data-slug]')).toHaveCount(1);

  await page.reload();
  await row(page).getByRole('link').click();
  await expect(page).toHaveURL(/\/channels\/guangxi$/);
  await expect(button(page)).toHaveText('已关注');
  await button(page).click();
  await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(button(page)).toHaveAttribute('aria-pressed', 'true');
  await button(page).click();
  await page.goto('/');
  await expect(page.locator('main article').first()).toBeVisible();
  await expect(row(page)).toHaveCount(0);
});

test('only what is followed is shown by an address; the way back undoes it, and who follows nothing is told how', async ({
  browser,
  hub,
}) => {
  await using viewer = await somebody(browser, hub, { viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const { page } = viewer;
  await page.goto('/?followed=1');
  await expect(page.getByRole('heading', { name: 'You follow no channel yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/$/);
  for (const slug of ['guangxi', 'tide']) {
    await page.goto(`/channels/${slug}`);
    await page.getByRole('button', { name: /^Follow / }).click();
  }
  await page.goto('/');
  const chip = page.getByRole('button', { name: 'Following 2' });
  await chip.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?followed=1$/);
  await expect.poll(async () => new Set(await shown(page))).toEqual(new Set(['guangxi', 'tide']));
  await expect(chip).toBeFocused();
  await page.goBack();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  expect(await shown(page)).toContain('beijing');
});

test('who begins to follow is offered to be reminded of what comes next there', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, phone);
  const { page } = viewer;
  const next = await nextSessionOf(hub.address, 'guizhou');
  await follow(page, 'guizhou');
  await page.getByRole('button', { name: '提醒下一场' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText(next.title);
  await sheet.getByRole('button', { name: '在这台设备上提醒' }).click();
  const kept = () => page.evaluate(() => localStorage.getItem('yunhui.reminders') ?? '');
  await expect.poll(kept).toContain(next.title);
});
