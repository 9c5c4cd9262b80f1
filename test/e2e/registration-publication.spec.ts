import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import type { Filing } from '@yunhui/contracts';
import { aFiler, filingDay } from '../harness/filer.js';
import { calendarOf } from './arrange/calendar.js';
import { enterAs, signInAt } from './arrange/desk.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { publish } from './arrange/other-hands.js';
import { accessible } from './arrange/page-checks.js';

const test = journeysOn({ CLOCK_AT: filingDay });
test.setTimeout(240_000);

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1440, height: 900 } };
const museum = 'gx-nature-museum';
const isAccessible = async (page: Page) => expect(await accessible(page)).toEqual([]);
const fits = async (page: Page, width: number) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
const programme = (page: Page): Locator => page.getByRole('region', { name: '节目单上的场次' });
const rowOf = (page: Page, title: string): Locator => page.locator('[data-review]').filter({ hasText: title });
const sessionOf = ({ programme: sessions }: Filing): string => sessions?.[0]?.id ?? '';

test('a host asks for another time: the desk sees the difference, takes it back and grants it, and everybody reads what changed', async ({
  browser,
  hub,
}) => {
  const title = '走进地震台';
  const filing = await publish(hub.address, await (await aFiler(hub.address)).submit(museum, { title }));
  await using host = await somebody(browser, hub, phone);
  await enterAs(host.page, 'host');
  await host.page.goto(`/host/filings/${filing.id}`);
  await expect(programme(host.page)).toContainText('预警怎样抢出几秒');
  await isAccessible(host.page);
  await fits(host.page, 390);
  await programme(host.page).getByRole('button', { name: '修改或改期：预警怎样抢出几秒' }).tap();
  const sheet = host.page.getByRole('dialog');
  await expect(sheet.getByText('还没有改动。')).toBeVisible();
  await sheet.getByLabel('日期').fill('2023-09-29');
  await sheet.getByLabel('原因，观众会看到').fill('报告厅要检修');
  await isAccessible(host.page);
  await sheet.getByRole('button', { name: '提交申请' }).tap();
  const asked = host.page.getByRole('region', { name: '变更申请' });
  await expect(asked).toContainText('申请改期：报告厅要检修');
  await expect(programme(host.page).getByRole('button')).toHaveCount(0);
  await isAccessible(host.page);
  await fits(host.page, 390);

  await using reviewer = await somebody(browser, hub, desk);
  await signInAt(reviewer.page, 'province');
  await reviewer.page.goto('/desk/review');
  await expect(rowOf(reviewer.page, title)).toContainText('申请改期');
  await rowOf(reviewer.page, title).click();
  const difference = reviewer.page.getByRole('region', { name: '变更申请' });
  await expect(difference.locator('del').first()).toContainText('9月28日');
  await expect(difference.locator('ins').first()).toContainText('9月29日');
  await isAccessible(reviewer.page);
  await reviewer.page.getByRole('button', { name: '同意，生效' }).click();
  await expect(rowOf(reviewer.page, title)).toHaveCount(0);
  await expect(difference).toContainText('已同意，半分钟后生效');
  await reviewer.page.keyboard.press('u');
  await expect(rowOf(reviewer.page, title)).toBeVisible();
  await reviewer.page.getByRole('button', { name: '同意，生效' }).click();

  await expect(programme(host.page)).toContainText('原定 9月28日', { timeout: 75_000 });
  await expect(asked).toHaveCount(0);
  await using viewer = await somebody(browser, hub, phone);
  await viewer.page.goto('/schedule?day=2023-09-29');
  await expect(viewer.page.getByText('预警怎样抢出几秒').first()).toBeVisible();
  await expect(viewer.page.getByText(/改期，原定.*报告厅要检修/).first()).toBeVisible();
  await viewer.page.getByRole('button', { name: '最近的变动' }).tap();
  const changes = viewer.page.getByRole('dialog');
  const line = changes.getByRole('listitem').filter({ hasText: '报告厅要检修' }).last();
  await expect(line).toContainText('改期');
  await expect(line).toContainText('预警怎样抢出几秒');
  await expect(changes.getByRole('heading', { level: 3, name: /八桂.* · 第 \d+ 版/ }).first()).toBeVisible();
  await isAccessible(viewer.page);
  await fits(viewer.page, 390);
  expect(await calendarOf(hub.address, sessionOf(filing))).toContain('已改期');
});

test('a reviewer calls off what begins soon: room, lobby and schedule say why in five seconds', async ({ browser, hub }) => {
  const title = '恐龙骨架装起来';
  const soon = {
    precision: 'exact',
    startsAt: '2023-09-08T10:15:00+08:00',
    endsAt: '2023-09-08T11:15:00+08:00',
    tentative: false,
  } as const;
  const session = { id: randomUUID(), title: '恐龙醒来', form: '直播' as const, time: soon, links: [] };
  const filer = await aFiler(hub.address);
  const filing = await publish(hub.address, await filer.submit(museum, { title, time: soon, sessions: [session] }, '嘉宾今天才到'));
  await using room = await somebody(browser, hub, phone);
  await room.page.goto(`/channels/${museum}`);
  await expect(room.page.getByText('恐龙醒来').first()).toBeVisible();
  await using lobby = await somebody(browser, hub, desk);
  await lobby.page.goto('/');
  const tile = lobby.page.locator(`[data-slug="${museum}"]`).first();
  await expect(tile).toContainText('恐龙醒来', { timeout: 20_000 });

  await using reviewer = await somebody(browser, hub, phone);
  await signInAt(reviewer.page, 'province');
  await reviewer.page.goto(`/desk/review?list=all&id=${filing.id}`);
  await isAccessible(reviewer.page);
  await fits(reviewer.page, 390);
  await programme(reviewer.page).getByRole('button', { name: '取消：恐龙醒来' }).tap();
  const sheet = reviewer.page.getByRole('dialog');
  await sheet.getByLabel('原因，观众会看到').fill('场馆停电');
  await isAccessible(reviewer.page);
  await sheet.getByRole('button', { name: '马上生效' }).tap();
  await expect(room.page.getByText('这场已取消')).toBeVisible({ timeout: 5_000 });
  await expect(room.page.getByText('场馆停电').first()).toBeVisible();
  await expect(tile).toContainText('已取消', { timeout: 5_000 });
  await expect(tile).toContainText('场馆停电');
  await expect(programme(reviewer.page)).toContainText('已取消：场馆停电');
  await lobby.page.goto('/schedule?view=list');
  await expect(lobby.page.getByText('已取消：场馆停电').first()).toBeVisible();
});
