import { readFile } from 'node:fs/promises';
import { layProgramme, loadDemoData, shanghaiDay } from '@yunhui/demo';
import ical from 'ical.js';
import { startHub, type SpawnedHub } from '../harness/hub.js';
import { busy, expect, somebody, test } from './arrange/journey.js';
import { aHubBefore, aSessionAfterSilence } from './arrange/programme.js';

test.describe.configure({ lock: busy });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1440, height: 900 } };
const weChat = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50';
const noon = `${shanghaiDay(Date.now())}T12:00:00+08:00`;

const gapsOfGuangxi = loadDemoData().programme.deliberateGaps.filter(({ scope }) => scope === '450000');
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

test.describe('the schedule at noon', () => {
  let hub: SpawnedHub;
  test.beforeAll(async () => {
    hub = await startHub({ CLOCK_AT: noon });
  });
  test.afterAll(async () => hub[Symbol.asyncDispose]());

  test('keeps the chosen day in sight when a phone is turned', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, { viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true });
    const { page } = viewer;
    const chosen = page.getByRole('navigation', { name: '选一天' }).locator('[aria-current="date"]');
    for (const size of [
      { width: 390, height: 844 },
      { width: 844, height: 390 },
      { width: 320, height: 640 },
    ]) {
      await page.goto('/schedule');
      await expect(chosen).toBeInViewport({ ratio: 1 });
      await page.setViewportSize(size);
      await expect(chosen).toBeInViewport({ ratio: 1 });
    }
  });

  test('is a list by time on a phone: what is on, what comes next, what is later', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, phone);
    const { page } = viewer;
    await page.goto('/schedule');
    await expect(page.getByRole('heading', { name: /^现在 12:0/ })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('heading', { name: '接下来' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '稍后' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

    // What is over is folded, and opened by a tap.
    const over = page.locator('details');
    await expect(over.locator('[data-session]').first()).toBeHidden();
    await over.locator('summary').click();
    await expect(over.locator('[data-session]').first()).toBeVisible();
  });

  test('shows the gaps of Guangxi with their minutes and what is on elsewhere', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, phone);
    const { page } = viewer;
    await page.goto('/schedule');
    await page.getByLabel('地区').selectOption('广西');
    await expect(page).toHaveURL(/region=450000/);

    const gaps = page.locator('[data-gap]');
    await expect(gaps).toHaveCount(gapsOfGuangxi.length);
    for (const [place, { start, end }] of gapsOfGuangxi.entries()) {
      await expect(gaps.nth(place).locator('time')).toHaveText(clockOf(start));
      await expect(gaps.nth(place)).toContainText(`空档 ${end - start} 分钟`);
    }
    await gaps.first().getByRole('button').click();
    await expect(page.getByRole('dialog').getByRole('link', { name: /进入/ })).toBeVisible();
  });

  test('keeps the chosen day in its address, and goes back by the browser', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, phone);
    const { page } = viewer;
    await page.goto('/schedule');
    const days = page.getByRole('navigation', { name: '选一天' });
    await expect(days.getByRole('link', { name: /今天$/ })).toHaveAttribute('aria-current', /./);
    await days.getByRole('link', { name: '后一周' }).click();
    await expect(page).toHaveURL(/day=\d{4}-\d{2}-\d{2}/);
    await page.goBack();
    await expect(days.getByRole('link', { name: /今天$/ })).toHaveAttribute('aria-current', /./);
  });

  test('is a grid at a desk, walked by arrows and opened by Enter', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, desk);
    const { page } = viewer;
    await page.goto('/schedule');
    const grid = page.getByRole('grid', { name: '节目时间表' });
    await expect(grid.locator('[data-block]').first()).toBeVisible({ timeout: 30_000 });

    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['block'] ?? '');
    await page.getByRole('button', { name: '订阅日历' }).focus();
    for (let presses = 0; presses < 10 && (await focused()) === ''; presses += 1) await page.keyboard.press('Tab');
    const first = await focused();
    expect(first).not.toBe('');

    await page.keyboard.press('ArrowRight');
    const second = await focused();
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    const below = await focused();
    const rowOf = (block: string) => page.locator(`[data-block="${block}"]`).evaluate((element) => element.closest('tr')?.dataset['slug']);
    expect(await rowOf(below)).not.toBe(await rowOf(first));

    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await focused()).toBe(below);
  });

  test('leads back to now from any hour', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, desk);
    const { page } = viewer;
    await page.goto('/schedule');
    const grid = page.getByRole('grid', { name: '节目时间表' });
    await expect(grid.getByText(/^12:\d\d 现在$/)).toBeInViewport({ timeout: 30_000 });
    await grid.hover();
    await page.mouse.wheel(3000, 0);
    await page.getByRole('button', { name: '回到现在' }).click();
    await expect(grid.getByText(/^12:\d\d 现在$/)).toBeInViewport();
  });

  test('says whose time it shows to who lives by another', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, { ...phone, timezoneId: 'Europe/Berlin' });
    await viewer.page.goto('/schedule');
    await expect(viewer.page.getByText('时间都是北京时间')).toBeVisible();
    await expect(viewer.page.getByRole('heading', { name: /^现在 12:0/ })).toBeVisible({ timeout: 30_000 });
  });

  test('gives a session to a calendar: one that follows changes first, then a file that says it does not', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, phone);
    const { page } = viewer;
    await page.goto('/schedule');
    // Till the hub has said what time it is, the list stands by this device's clock, and another row is the first.
    await expect(page.getByRole('heading', { name: /^现在 12:0/ })).toBeVisible({ timeout: 30_000 });
    const row = page.locator('[data-section="later"] [data-session]').first();
    const id = (await row.getAttribute('data-session')) ?? '';
    await row.getByRole('button', { name: /^预约提醒/ }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('link', { name: '加到日历' })).toHaveAttribute(
      'href',
      new RegExp(`^webcal://127\\.0\\.0\\.1:\\d+/feeds/kepuri-2023/sessions/${id}\\.ics$`),
    );
    await expect(sheet.getByText('下载后不随改期更新')).toBeVisible();

    const coming = page.waitForEvent('download');
    await sheet.getByRole('link', { name: '下载日历文件' }).click();
    const file = await readFile(await (await coming).path(), 'utf8');
    const [event] = new ical.Component(ical.parse(file) as unknown[]).getAllSubcomponents('vevent').map((one) => new ical.Event(one));
    const laid = layProgramme(shanghaiDay(Date.now())).find((session) => session.id === id);
    expect(event?.summary).toContain(laid?.title);
    expect(event?.startDate.toJSDate().getTime()).toBe(laid?.startsAt);
  });

  test('offers within WeChat what works there: a browser, a picture, the page itself', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, { ...phone, userAgent: weChat });
    const { page } = viewer;
    await page.goto('/schedule');
    await page
      .locator('[data-section="later"] [data-session]')
      .first()
      .getByRole('button', { name: /^预约提醒/ })
      .click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('heading', { name: '在浏览器打开' })).toBeVisible();
    await expect(sheet.getByRole('link', { name: '加到日历' })).toHaveCount(0);
    await sheet.getByRole('button', { name: '保存提醒图片' }).click();
    await expect(sheet.getByRole('img', { name: /^海报/ })).toBeVisible();
    await sheet.getByRole('button', { name: '在这台设备上提醒' }).click();
    await expect(sheet.getByText(/已预约/)).toBeVisible();
  });
});

test('a reminder kept on this device speaks five minutes before the start, in the page and its title, and can be undone', async ({
  browser,
}) => {
  const session = aSessionAfterSilence();
  await using hub = await aHubBefore(session.startsAt - 5 * 60_000, 20_000);
  await using viewer = await somebody(browser, hub, phone);
  const { page } = viewer;
  await page.goto('/schedule');
  const row = page.locator(`[data-session="${session.id}"]`);
  await row.getByRole('button', { name: /^预约提醒/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: '在这台设备上提醒' }).click();
  await sheet.getByRole('button', { name: '关闭' }).click();
  await expect(row.getByRole('button', { name: /^已预约/ })).toBeVisible();

  const said = page.getByRole('alert').filter({ hasText: session.title });
  await expect(said).toBeVisible({ timeout: 90_000 });
  await expect(page).toHaveTitle(new RegExp(`^即将开播：${session.title}`));
  await said.getByRole('button', { name: '知道了' }).click();
  await expect(said).toBeHidden();

  await page.getByRole('button', { name: '订阅日历' }).click();
  await sheet.getByRole('listitem').filter({ hasText: session.title }).getByRole('button', { name: '取消预约' }).click();
  await expect(sheet.getByText('还没有预约。')).toBeVisible();
});
