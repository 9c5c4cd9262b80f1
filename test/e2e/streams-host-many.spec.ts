import type { HostedSessions } from '@yunhui/contracts';
import { signInAt } from './arrange/desk.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';
import { anOperator } from './arrange/planned.js';

/** Half past two in the afternoon: forty-six channels are at work. */
const test = journeysOn({ CLOCK_AT: '2026-09-16T14:32:00+08:00' });
test.describe.configure({ lock: busy });
test.setTimeout(180_000);

const phone = { viewport: { width: 360, height: 740 } };
const double = '/demo/double/found-in-time/tide/master.m3u8';

test('an operator of many channels sees what needs somebody first, mends it where it stands, and finds the rest', async ({
  browser,
  hub,
}) => {
  const operator = await anOperator(hub.address);
  await operator.plan('hengzhou', { inMs: 1_800_000, lastsMs: 600_000 }, []);
  const days = async () => (await operator.read<HostedSessions>('/api/v1/host/sessions')).days.map(({ day }) => day);
  await expect.poll(days, { timeout: 60_000 }).toContain('2026-09-18');

  await using desk = await somebody(browser, hub, phone);
  const { page } = desk;
  await signInAt(page, 'operator');
  await page.goto('/host');
  const first = page.getByRole('article').first();
  await expect(page.getByRole('heading', { name: /^要留意/ })).toBeVisible();
  const bare = page.getByRole('article').filter({ hasText: '快开始了，还没有直播源' });
  await expect(bare).toHaveCount(1);
  await expect(first).toContainText(/信号中断|还没有画面|直播源/);
  await expect(page.getByRole('heading', { name: /^正在播和两小时内/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(8_000);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await accessible(page)).toEqual([]);

  await page.getByRole('textbox', { name: /^直播地址/ }).fill(double);
  await page.getByRole('button', { name: '检查', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 3, name: /^能播/ })).toBeVisible({ timeout: 30_000 });
  await bare.getByRole('button', { name: '一场直播' }).click();
  const session = page.getByRole('article', { name: '一场直播' });
  await session.getByRole('button', { name: '加上刚检查的' }).click();
  await expect(session.getByText(double)).toBeVisible();
  await expect(bare).toHaveCount(0);
  await expect(session.getByRole('button', { name: '一场直播' })).toHaveAttribute('aria-expanded', 'true');

  const onlyToday = await page.getByRole('article').count();
  await page.getByText(/^9月18日 周五/).click();
  await expect.poll(() => page.getByRole('article').count(), { timeout: 20_000 }).toBeGreaterThan(onlyToday);

  await page.getByLabel(/^频道/).selectOption({ label: '横州频道' });
  await expect(page.getByRole('article').filter({ hasText: '北京频道' })).toHaveCount(0);
  // What one channel has today is read at a glance, so that it stands open.
  await expect(session.getByText(double)).toBeVisible();
});

test('a host of one channel has nothing to choose and nothing filed away', async ({ browser, hub }) => {
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  const first = host.page.getByRole('article').first();
  await expect(first.getByRole('button', { name: '移除' }).first()).toBeVisible();
  await expect(host.page.getByLabel(/^频道/)).toHaveCount(0);
  await expect(host.page.getByRole('heading', { name: /^要留意/ })).toHaveCount(0);
});
