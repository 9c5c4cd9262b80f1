import { devices, type Page } from '@playwright/test';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { enterChannel, introduceAs, press, say } from './room.js';

/** What flies over the picture. Every word is shown to everybody. */
const test = journeysOn({ VISIBLE_BUDGET: '0' });
test.describe.configure({ lock: busy });

const phone = devices['Pixel 7'];
const row = (page: Page, text: string) => page.getByRole('log').getByRole('listitem').filter({ hasText: text }).last();

test('taps on a reaction count at once, go to the hub in few calls, and reach everyone', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub, phone);
  let calls = 0;
  ada.page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => (calls += String(payload).includes('reaction.add') ? 1 : 0)),
  );
  for (const { page } of [ada, bob]) await enterChannel(page, 'tide');
  const clap = (page: Page) => page.getByRole('button', { name: /^鼓掌/ });
  const began = Date.now();
  for (let tapped = 1; tapped <= 12; tapped += 1) {
    await clap(ada.page).click();
    await expect(clap(ada.page)).toHaveAccessibleName(`鼓掌，${tapped} 次`);
  }
  await expect(clap(bob.page)).toHaveAccessibleName('鼓掌，12 次');
  await expect(clap(ada.page)).toHaveAccessibleName('鼓掌，12 次');
  expect(calls).toBeGreaterThan(0);
  expect(calls).toBeLessThanOrEqual(Math.ceil((Date.now() - began) / 500) + 1);
});

test('danmaku fly over the picture, can be turned off, and this device remembers it', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub);
  for (const { page } of [ada, bob]) await enterChannel(page, 'deep-space');
  await introduceAs(ada.page, 'Ada');
  await ada.page.getByRole('button', { name: '同时发到画面上' }).click();
  await say(ada.page, '好大的木星');
  const flying = bob.page.locator('[data-danmaku]').getByText('好大的木星');
  await expect(flying).toBeVisible();
  const [from, to] = [await flying.boundingBox(), await bob.page.waitForTimeout(400).then(() => flying.boundingBox())];
  expect(to?.x).toBeLessThan(from?.x ?? 0);
  await expect(row(bob.page, '好大的木星').getByTitle('弹幕')).toBeVisible();

  const toggle = bob.page.getByRole('button', { name: '显示弹幕' });
  const settings = bob.page.getByRole('button', { name: '弹幕设置' });
  const picture = bob.page.locator('video');
  await press(picture, settings);
  await bob.page.getByRole('radio', { name: '上半屏' }).check({ force: true });
  await bob.page.getByRole('button', { name: '关闭' }).click();
  await press(picture, toggle);
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await say(ada.page, '没人看见的木星');
  await expect(row(bob.page, '没人看见的木星')).toBeVisible();
  await expect(bob.page.locator('[data-danmaku]')).toHaveCount(0);

  await bob.page.reload();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await press(picture, toggle);
  await press(picture, settings);
  await expect(bob.page.getByRole('radio', { name: '上半屏' })).toBeChecked();
});

test('who asked for less motion sees no danmaku before they turn them on', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub, { reducedMotion: 'reduce' });
  await enterChannel(ada.page, 'deep-space');
  await expect(ada.page.getByRole('button', { name: '显示弹幕' })).toHaveAttribute('aria-pressed', 'false');
  await expect(ada.page.locator('[data-danmaku]')).toHaveCount(0);
});
