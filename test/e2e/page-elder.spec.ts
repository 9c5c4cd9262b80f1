import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';
import { daytime } from './arrange/routes.js';

/** In the middle of the programme: what is on at the turn of an hour may end while it is watched. */
const test = journeysOn(daytime);

test.describe.configure({ lock: busy });

test('长辈模式 that a link asked for is left for good', async ({ browser, hub }) => {
  await using elder = await somebody(browser, hub);
  const { page } = elder;
  await page.goto('/?mode=elder&region=450000');
  await page.getByRole('button', { name: '退出长辈模式' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: '长辈模式', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\?region=450000$/);
});

test('长辈模式: by a link, three buttons, one card at a time, watched, listened to and left again', async ({ browser, hub }) => {
  await using elder = await somebody(browser, hub, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const { page } = elder;
  await page.goto('/?mode=elder');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('现在有');
  for (const name of ['看直播', '看回放', '听科普']) await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await expect(page.getByText('这里不卖东西，也不会让您转账。')).toBeVisible();

  const card = page.locator('main article');
  // What begins meanwhile has its place between two cards, and may be the one before.
  await expect(async () => {
    const first = await card.getByRole('heading').textContent();
    await page.getByRole('button', { name: '下一个' }).click();
    await expect(card.getByRole('heading')).not.toHaveText(first ?? '');
    await page.getByRole('button', { name: '上一个' }).click();
    await expect(card.getByRole('heading')).toHaveText(first ?? '', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });

  await card.getByRole('link', { name: '点这里看' }).click();
  await expect(page).toHaveURL(/\/channels\//);
  await expect(page.locator('video')).toHaveJSProperty('paused', false, { timeout: 30_000 });
  await expect(page.getByRole('log')).toHaveCount(0);
  await page.getByRole('button', { name: '点这里听' }).click();
  await expect(page.getByRole('button', { name: '点这里看' })).toBeVisible();

  await page.getByRole('link', { name: '回到首页' }).click();
  await page.getByRole('button', { name: '退出长辈模式' }).click();
  await expect(page.getByRole('heading', { name: '正在直播', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '正在直播', exact: true })).toBeVisible();
});

for (const locale of ['zh-CN', 'en-US']) {
  test(`长辈模式 in ${locale}: targets of 64 px, nothing for axe, no sideways scroll at 320 px`, async ({ browser, hub }) => {
    await using elder = await somebody(browser, hub, { locale, viewport: { width: 320, height: 640 } });
    const { page } = elder;
    await page.goto('/?mode=elder');
    await expect(page.locator('main article')).toBeVisible();
    const heights = await page
      .locator('main')
      .locator('button, a')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(4);
    expect(heights.filter((height) => height < 64)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await accessible(page)).toEqual([]);
  });
}
