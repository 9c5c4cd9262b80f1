import { shanghaiDay } from '@yunhui/demo';
import { startHub, type SpawnedHub } from '../harness/hub.js';
import { busy, expect, somebody, test } from './arrange/journey.js';
import { beforeAnyIsLive } from './arrange/before-any-is-live.js';
import { shiftsFromNow } from './arrange/layout-shifts.js';
import { beQuiet } from './arrange/quiet.js';
import { openChannel, playedSeconds } from './room.js';

test.describe.configure({ lock: busy });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1440, height: 900 } };
const noon = `${shanghaiDay(Date.now())}T12:10:00+08:00`;

test.describe('the lobby at noon', () => {
  let hub: SpawnedHub;
  test.beforeAll(async () => {
    hub = await startHub({ CLOCK_AT: noon });
  });
  test.afterAll(async () => hub[Symbol.asyncDispose]());

  test('is filtered by region and form in its address; a shared link opens filtered; the way back undoes it', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, phone);
    await using friend = await somebody(browser, hub, desk);
    const { page } = viewer;
    await page.goto('/');
    await page.getByLabel('地区').selectOption('450000');
    await expect(page).toHaveURL(/region=450000/);
    const shown = () => page.locator('main [data-slug]').evaluateAll((tiles) => tiles.map((tile) => (tile as HTMLElement).dataset['slug']));
    await expect.poll(shown).toContain('guangxi');
    expect(await shown()).not.toContain('beijing');

    await friend.page.goto(page.url());
    await expect(friend.page.locator('main [data-slug="guangxi"]')).toBeVisible();
    await expect(friend.page.locator('main [data-slug="beijing"]')).toHaveCount(0);

    await page.goBack();
    await expect(page.getByLabel('地区')).toHaveValue('');
    await expect.poll(shown).toContain('beijing');
  });

  test('is that of the campaign which the hub says is at home, with the short addresses for it', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, desk);
    const { page } = viewer;
    const read: string[] = [];
    page.on('request', (request) => read.push(new URL(request.url()).pathname));
    await page.route(/\/$/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('data-home="kepuri-2023"', 'data-home="bagui-2023"');
      await route.fulfill({ response, body });
    });
    await page.goto('/');
    await expect(page.getByRole('banner')).toContainText('广西');
    await expect(page.locator('main [data-slug="beijing"]')).toHaveCount(0);
    expect(read).toContain('/api/v1/campaigns/bagui-2023/lobby');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '节目单' }).click();
    await expect(page).toHaveURL(/\/schedule$/);
  });

  test('has a next step when the filters leave nothing', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, desk);
    await viewer.page.goto('/?form=无此形式');
    await expect(viewer.page.getByRole('heading', { name: '这样筛选没有频道' })).toBeVisible();
    await viewer.page.getByRole('button', { name: '清除筛选' }).click();
    await expect(viewer.page.locator('main article').first()).toBeVisible();
  });

  test('shows a whole live card and the strip of the day on the smallest phone', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, { ...phone, viewport: { width: 360, height: 640 } });
    const card = viewer.page.locator('main article').first();
    await viewer.page.goto('/');
    await expect(card.getByText('直播中')).toBeVisible({ timeout: 30_000 });
    await expect(viewer.page.getByRole('img', { name: /今日天轴/ })).toBeVisible();
    const box = await card.boundingBox();
    const dock = await viewer.page.getByRole('navigation', { name: '底部导航' }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 640)).toBeLessThanOrEqual(dock?.y ?? 0);
  });

  test('opened before anything is live: the first that is takes the stage, and no tile leaves its place', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, desk);
    const { page } = viewer;
    const connect = await beforeAnyIsLive(page);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: '此刻没有直播' })).toBeVisible();
    await page.locator('main article[data-slug="beijing"]').scrollIntoViewIfNeeded();
    const shifted = await shiftsFromNow(page);
    connect();
    await expect(page.locator('main article[data-stage]').getByText('直播中')).toBeAttached();
    await expect(page.getByRole('button', { name: /个新开播/ })).toBeVisible();
    expect(await shifted()).toEqual([]);
  });

  test('leads on from a gap of its day axis: to what is on around it, and to the replays', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, desk);
    const { page } = viewer;
    await page.goto('/?region=450000');
    const gap = page.getByRole('button', { name: /^空档 \d+ 分，\d\d:\d\d–\d\d:\d\d/ }).first();
    const from = /(\d\d:\d\d)–/.exec((await gap.getAttribute('aria-label')) ?? '')?.[1] ?? '';
    await gap.click();
    const sheet = page.getByRole('dialog', { name: /^空档 \d+ 分/ });
    await expect(sheet.getByText('这段时间没有节目。')).toBeVisible();
    await sheet.getByRole('link', { name: '看这前后的节目' }).click();
    await expect(page).toHaveURL(new RegExp(`/schedule\\?.*at=${encodeURIComponent(from)}`));
    await expect(page).toHaveURL(/region=450000/);
    const hour = page.locator('[role="grid"] thead').getByText(`${from.slice(0, 2)}:00`);
    await expect(hour).toBeInViewport();

    await page.setViewportSize({ width: 390, height: 844 });
    const row = page.locator('[data-gap]').filter({ hasText: from });
    await expect(row).toBeInViewport({ timeout: 15_000 });

    await page.goto('/?region=450000');
    await page.getByRole('button', { name: /^空档/ }).first().click();
    await page.getByRole('link', { name: '看其他地区的直播' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page).toHaveURL(/\/$/);
  });

  test('tells the heat of a channel that is watched, and on a tap what it is the sum of', async ({ browser }) => {
    await using watching = await somebody(browser, hub, desk);
    await using viewer = await somebody(browser, hub, phone);
    await openChannel(watching.page, 'deep-space');
    await expect.poll(() => playedSeconds(watching.page), { timeout: 20_000 }).toBeGreaterThan(0);

    const { page } = viewer;
    await page.goto('/');
    const card = page.locator('main article[data-slug="deep-space"]').first();
    await card.scrollIntoViewIfNeeded();
    const mark = card.getByRole('button', { name: /^热度 \d+/ });
    await expect(mark).toBeVisible({ timeout: 45_000 });
    await mark.tap();
    const sheet = page.getByRole('dialog', { name: /^热度 \d+，怎么算的$/ });
    const score = Number((await sheet.getByRole('heading').innerText()).replaceAll(/\D/g, ''));
    const terms = (await sheet.locator('dd').allInnerTexts()).map((term) => Number(term.split('/', 1)[0]));
    expect(score).toBeGreaterThan(0);
    expect(terms).toHaveLength(3);
    expect(terms.reduce((sum, points) => sum + points, 0)).toBe(score);
    await sheet.getByRole('button', { name: '关闭' }).tap();
    await expect(page).toHaveURL(/\/$/);
  });

  test('turns grey with a word while the campaign is quiet, in two tabs, and back, without a reload', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, phone);
    const { page } = viewer;
    const tab = await page.context().newPage();
    for (const each of [page, tab]) await each.goto('/');
    await expect(page.locator('main article').first()).toBeVisible();
    await page.waitForTimeout(2_000);
    await beQuiet(hub.address, true);
    for (const each of [page, tab]) await expect(each.getByText('静默中')).toBeVisible({ timeout: 10_000 });
    await beQuiet(hub.address, false);
    for (const each of [page, tab]) await expect(each.getByText('静默中')).toHaveCount(0, { timeout: 10_000 });
  });
});
