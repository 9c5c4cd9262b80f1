import type { Page } from '@playwright/test';
import { signInAt } from './arrange/desk.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';
import { anOperator, liveLink } from './arrange/planned.js';

/** An hour at which the programme has nothing: what a journey plans is all that is on. */
const test = journeysOn({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });
test.describe.configure({ lock: busy });
test.setTimeout(180_000);

const phone = { viewport: { width: 360, height: 740 } };
const double = (key: string) => `/demo/double/${key}/tide/master.m3u8`;
const verdict = (page: Page, words: string) => page.getByRole('heading', { level: 3, name: new RegExp(`^${words}`) });
const session = (page: Page, key: string) => page.getByRole('article').filter({ hasText: double(key) });
const check = async (page: Page, address: string) => {
  await page.getByRole('textbox', { name: /^直播地址/ }).fill(address);
  await page.getByRole('button', { name: '检查', exact: true }).first().click();
};
const isAccessible = async (page: Page) => expect(await accessible(page)).toEqual([]);

test('a check-up that the network cuts off says so, keeps what was seen, and is done again by one press', async ({ browser, hub }) => {
  const operator = await anOperator(hub.address);
  await operator.post('/demo/doubles/cut-off', { behaviour: 'slow' });
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  await check(host.page, double('cut-off'));
  const steps = host.page.getByRole('list', { name: '检查步骤' });
  await expect(steps).toContainText('播放列表');
  host.network.cut();
  await expect(host.page.getByText('比平时慢，还在等结果。')).toBeVisible({ timeout: 20_000 });
  await expect(host.page.getByText(/^检查中断了/)).toBeVisible({ timeout: 30_000 });
  await expect(steps).toContainText('播放列表');
  await isAccessible(host.page);

  host.network.restore();
  await host.page.getByRole('button', { name: '再检查一次' }).click();
  await expect(verdict(host.page, '偏慢')).toBeVisible({ timeout: 30_000 });
  await expect(host.page.getByText(/^检查中断了/)).toHaveCount(0);
});

test('a check-up that takes longer than eight seconds says so, and still ends with its verdict', async ({ browser, hub }) => {
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  // A line on which what is asked takes nine seconds to the hub; the hub itself keeps its eight.
  await host.page.route('**/api/v1/links/check-up', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    await route.continue();
  });
  await check(host.page, double('html'));
  await expect(host.page.getByText('正在检查，最多约 8 秒。')).toBeVisible();
  await expect(host.page.getByText('比平时慢，还在等结果。')).toBeVisible({ timeout: 15_000 });
  await expect(verdict(host.page, '不是播放列表')).toBeVisible({ timeout: 20_000 });
  await expect(host.page.getByText('比平时慢，还在等结果。')).toHaveCount(0);
});

test('without a network the list stays and says how old it is, nothing is changed unseen, and it goes on by itself', async ({
  browser,
  hub,
}) => {
  const operator = await anOperator(hub.address);
  await operator.plan('hengzhou', { inMs: 7_200_000, lastsMs: 600_000 }, [liveLink(double('kept-offline'))]);
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  const remove = session(host.page, 'kept-offline').getByRole('button', { name: '移除' });
  await expect(remove).toBeVisible();

  await host.page.context().setOffline(true);
  await expect(host.page.getByText('没连上，下面是刚才读到的。')).toBeVisible({ timeout: 30_000 });
  await remove.click();
  await expect(session(host.page, 'kept-offline').getByText('没有改成，请再试一次。')).toBeVisible();
  await check(host.page, double('kept-offline'));
  await expect(host.page.getByText(/^检查中断了/)).toBeVisible();
  await isAccessible(host.page);

  await host.page.context().setOffline(false);
  await expect(host.page.getByText('没连上，下面是刚才读到的。')).toHaveCount(0, { timeout: 30_000 });
  await expect(remove).toBeVisible();
  await remove.click();
  await expect(host.page.getByText('已移除，可以取回。')).toBeVisible();
});

test('the history of a link tells what became of it, while it is open', async ({ browser, hub }) => {
  const operator = await anOperator(hub.address);
  await operator.plan('hengzhou', { inMs: 2_000, lastsMs: 600_000 }, [liveLink(double('remembered'))]);
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  const own = session(host.page, 'remembered');
  await own.getByText('历史', { exact: true }).click();
  const said = own.getByRole('group').filter({ hasText: '历史' }).getByRole('listitem');
  await expect(said.first()).toContainText('可以播放', { timeout: 60_000 });
  await operator.post('/demo/doubles/remembered', { behaviour: 'gone' });
  await expect(said.first()).toContainText('放不了', { timeout: 90_000 });
  expect(await said.count()).toBeGreaterThan(1);
  await expect(own.getByRole('img', { name: /^这个源的状态变化，共 \d+ 次/ })).toBeVisible();
  expect(await host.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await isAccessible(host.page);
});

test('the test player shows the picture of what was checked, or says that there is none here', async ({ browser, hub }) => {
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  await check(host.page, double('tried'));
  await expect(verdict(host.page, '能播')).toBeVisible({ timeout: 30_000 });
  await host.page.getByRole('button', { name: '试播' }).click();
  await expect(host.page.getByText('这里能看到画面')).toBeVisible({ timeout: 60_000 });

  await check(host.page, double('gone'));
  await expect(verdict(host.page, '打不开')).toBeVisible({ timeout: 30_000 });
  await expect(host.page.getByText('这里能看到画面')).toHaveCount(0);
  await host.page.getByRole('button', { name: '试播' }).click();
  await expect(host.page.getByText('这里放不出来')).toBeVisible({ timeout: 60_000 });
});

test('a host of whom nothing is planned is told so, and may check an address all the same', async ({ browser, hub }) => {
  // The demo lays its programme for a week; a month later, and without it, nothing is near.
  await hub.kill('SIGTERM');
  await hub.start({ DEMO: 'off', CLOCK_AT: '2026-10-17T02:00:00+08:00' });
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  await expect(host.page.getByRole('heading', { name: '近几天没有你的场次' })).toBeVisible();
  await check(host.page, 'rtmp://live.example/app/key');
  await expect(host.page.getByRole('list', { name: '检查步骤' })).toContainText('地址');
  await expect(host.page.getByRole('heading', { level: 3 })).toBeVisible({ timeout: 20_000 });
  await isAccessible(host.page);
});
