import type { Page } from '@playwright/test';
import { filingDay } from '../harness/filer.js';
import { enterAs, signInAt } from './arrange/desk.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';

const test = journeysOn({ CLOCK_AT: filingDay });
test.setTimeout(180_000);

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const museum = '广西自然博物馆';

const isAccessible = async (page: Page) => expect(await accessible(page)).toEqual([]);
const fits = async (page: Page, width: number) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

/** The link that is told now, as a path of this hub. */
async function toldLink(page: Page): Promise<string> {
  const address = new URL(await page.getByRole('dialog').getByLabel('链接', { exact: true }).inputValue());
  return address.pathname + address.hash;
}

test('somebody is invited, signs up, writes, is verified, gets back in with a new password, and changes it', async ({ browser, hub }) => {
  await using reviewer = await somebody(browser, hub);
  await using filer = await somebody(browser, hub, phone);
  const [desk, page] = [reviewer.page, filer.page];

  await signInAt(desk, 'province');
  await desk.getByRole('link', { name: '去单位与填报人' }).click();
  await desk.getByLabel('单位名称').fill('自然博物馆');
  await expect(desk.getByRole('link', { name: '广西地震台' })).toHaveCount(0);
  await isAccessible(desk);
  await desk.getByRole('link', { name: museum }).click();
  await desk.getByRole('button', { name: '邀请填报人' }).click();
  await expect(desk.getByRole('img', { name: '用手机扫这个码打开链接' })).toBeVisible();
  await isAccessible(desk);
  const invitation = await toldLink(desk);
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('heading', { name: '还没用的邀请' })).toBeVisible();

  await page.goto(invitation);
  await expect(page.getByText(`邀请你为“${museum}”填报活动`)).toBeVisible();
  await page.getByLabel('账号', { exact: true }).fill('host');
  await page.getByLabel('称呼', { exact: true }).fill('韦明');
  await page.getByLabel('新密码', { exact: true }).fill('sail by lantern');
  await page.getByRole('button', { name: '注册' }).click();
  await expect(page.getByText('这个账号名已被使用，请换一个。')).toBeVisible();
  await isAccessible(page);
  await fits(page, 360);
  await page.getByLabel('账号', { exact: true }).fill('wei.ming');
  await page.getByRole('button', { name: '注册' }).click();
  await expect(page).toHaveURL(/\/host\/filings$/);
  await expect(page.getByText(`${museum}：账号还在等审核人核实`)).toBeVisible();
  await page.getByRole('button', { name: '新填一份' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByLabel('活动名称', { exact: true })).toBeVisible();

  const row = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: '韦明' }) });
  await expect(row).toContainText('待核实', { timeout: 30_000 });
  await expect(desk.getByRole('heading', { name: '还没用的邀请' })).toHaveCount(0);
  await desk.getByRole('button', { name: '核实韦明' }).click();
  await expect(row).not.toContainText('待核实');
  await isAccessible(desk);
  await page.goto('/host/filings');
  await expect(page.getByRole('link', { name: `${museum}的填报人` })).toBeVisible();

  await desk.getByRole('button', { name: '给韦明重设密码的链接' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '生成链接' }).click();
  await expect(desk.getByRole('dialog').getByRole('img')).toBeVisible();
  const recovery = await toldLink(desk);
  await using elsewhere = await somebody(browser, hub, phone);
  await elsewhere.page.goto(recovery);
  await expect(elsewhere.page.getByText('账号“wei.ming”（韦明）')).toBeVisible();
  await isAccessible(elsewhere.page);
  await elsewhere.page.getByLabel('新密码', { exact: true }).fill('another lantern');
  await elsewhere.page.getByRole('button', { name: '设为新密码并登录' }).click();
  await expect(elsewhere.page.getByRole('heading', { name: '已登录：韦明' })).toBeVisible();
  await page.goto('/host/filings');
  await expect(page.getByRole('heading', { name: '这里给填报人用' })).toBeVisible();
  await elsewhere.page.goto(recovery);
  await expect(elsewhere.page.getByText('这个链接用过或过期了')).toBeVisible();

  // And from then on without anybody's help: who knows the password changes it.
  await elsewhere.page.goto('/sign-in');
  const own = elsewhere.page.getByRole('region', { name: '密码', exact: true });
  await own.getByRole('button', { name: '修改密码' }).click();
  await own.getByLabel('现在的密码').fill('sail by lantern');
  await own.getByLabel('新密码', { exact: true }).fill('a third lantern');
  await own.getByRole('button', { name: '改为新密码' }).click();
  await expect(own.getByRole('alert')).toHaveText('现在的密码不对。');
  await isAccessible(elsewhere.page);
  await fits(elsewhere.page, 360);
  await own.getByLabel('现在的密码').fill('another lantern');
  await own.getByRole('button', { name: '改为新密码' }).click();
  await expect(elsewhere.page.getByText('密码已修改，其他设备已退出登录')).toBeVisible();
  await expect(own.getByLabel('现在的密码')).toHaveCount(0);
  await expect(elsewhere.page.getByRole('heading', { name: '已登录：韦明' })).toBeVisible();
});

test('one sees where one is signed in, and signs all others out', async ({ browser, hub }) => {
  await using mine = await somebody(browser, hub, phone);
  await using other = await somebody(browser, hub);
  await enterAs(other.page, 'operator');
  await signInAt(mine.page, 'operator');
  const devices = mine.page.getByRole('region', { name: '登录的设备' });
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(devices.getByRole('listitem').first()).toContainText('这台设备');
  await isAccessible(mine.page);
  await fits(mine.page, 360);
  await devices.getByRole('button', { name: '退出其他所有设备' }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await other.page.goto('/sign-in');
  await expect(other.page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
});
