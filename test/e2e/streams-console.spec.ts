import { signInAt } from './arrange/desk.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';
import { anOperator, liveLink } from './arrange/planned.js';
import { enterChannel } from './room.js';

/** An hour at which the programme has nothing: what a journey plans is all there is. */
const test = journeysOn({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });
test.describe.configure({ lock: busy });
test.setTimeout(120_000);

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const link = '/demo/double/console-good/tide/master.m3u8';
const again = '/demo/double/console-again/tide/master.m3u8';

test('a host on air with one hand: how it goes, who watches, a word to all, and begin and end at the lower edge', async ({
  browser,
  hub,
}) => {
  const operator = await anOperator(hub.address);
  await operator.plan('hengzhou', { inMs: 700_000, lastsMs: 600_000 }, [liveLink(link)]);
  await using host = await somebody(browser, hub, phone);
  await using viewer = await somebody(browser, hub);
  await enterChannel(viewer.page, 'hengzhou');
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  await host.page.getByRole('article').filter({ hasText: link }).getByRole('link', { name: '直播台' }).click();

  const { page } = host;
  await expect(page.getByRole('heading', { level: 1, name: '一场直播' })).toBeVisible();
  await expect(page.getByText(link)).toBeVisible();
  const begin = page.getByRole('button', { name: '宣布开播' });
  await expect(begin).toBeInViewport({ ratio: 1 });
  await begin.tap();
  await expect(page.getByText('你已宣布开播。')).toBeVisible();
  await expect(page.getByText(/人在看/).first()).toBeVisible({ timeout: 30_000 });

  await page.getByLabel('对正在看的人说').fill('三点开始提问');
  await page.getByRole('button', { name: '发布公告' }).tap();
  await expect(page.getByRole('list', { name: '最近的公告' })).toContainText('三点开始提问');
  await expect(page.getByLabel('对正在看的人说')).toHaveValue('');
  await expect(viewer.page.getByRole('log')).toContainText('三点开始提问');

  await expect(page.getByText('直播中', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await accessible(page)).toEqual([]);
  await page.getByRole('button', { name: '宣布结束' }).tap();
  await expect(page.getByText('你已宣布结束。')).toBeVisible();
});

test('a word that the network swallows stays written, is sent again by one press, and is said once', async ({ browser, hub }) => {
  const operator = await anOperator(hub.address);
  await operator.plan('hengzhou', { inMs: 1_500_000, lastsMs: 600_000 }, [liveLink(again)]);
  await using host = await somebody(browser, hub, phone);
  const { page } = host;
  await signInAt(page, 'host');
  await page.goto('/host');
  await page.getByRole('article').filter({ hasText: again }).getByRole('link', { name: '直播台' }).click();
  // It arrives, and its answer does not.
  let asked = 0;
  await page.route('**/announcements', async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  const field = page.getByLabel('对正在看的人说');
  await field.fill('换了机位');
  await page.getByRole('button', { name: '发布公告' }).tap();
  await expect(page.getByText('公告没有发出，请再试一次。')).toBeVisible();
  await expect(field).toHaveValue('换了机位');
  await page.getByRole('button', { name: '发布公告' }).tap();
  await expect(field).toHaveValue('');
  await expect(page.getByRole('list', { name: '最近的公告' }).getByText('换了机位')).toHaveCount(1);
});

test('a session of others is not opened by its address', async ({ browser, hub }) => {
  const operator = await anOperator(hub.address);
  await operator.plan('beijing', { inMs: 700_000, lastsMs: 600_000 }, [liveLink(link)]);
  const { items } = await operator.read<{ items: { id: string; channel: { slug: string } }[] }>('/api/v1/host/sessions?channel=beijing');
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto(`/host/live/${items[0]?.id}`);
  await expect(host.page.getByRole('heading', { name: '没连上' })).toBeVisible();
  await expect(host.page.getByRole('button', { name: '宣布开播' })).toHaveCount(0);
});
