import type { Page } from '@playwright/test';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';

const test = journeysOn({ DEMO: 'off' });
test.setTimeout(180_000);

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const password = 'sail by lantern';

const isWell = async (page: Page, width: number) => {
  expect(await accessible(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
};

/** The link that is told now, as a path of this hub. */
async function toldLink(page: Page): Promise<string> {
  const address = new URL(await page.getByRole('dialog').getByLabel('链接', { exact: true }).inputValue());
  return address.pathname + address.hash;
}

async function signUp(page: Page, login: string, name: string, verb: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('称呼', { exact: true }).fill(name);
  await page.getByLabel('新密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: verb }).click();
}

test('a hub without the demo is set up by the link of its start, and comes to a reviewer at their desk', async ({ browser, hub }) => {
  const saidLink = () => /http\S+(\/setup#[\w-]{43})/.exec(hub.output())?.[1] ?? '';
  await expect.poll(saidLink).not.toBe('');
  const link = saidLink();

  await using first = await somebody(browser, hub, phone);
  const { page } = first;
  await page.goto(link);
  await expect(page.getByText('现在注册的账号管全国')).toBeVisible();
  await isWell(page, 360);
  await signUp(page, 'wei.ming', '韦明', '注册为主办方');
  await expect(page).toHaveURL(/\/desk\/campaigns$/);

  // Nothing is on yet: a campaign comes first.
  await using early = await somebody(browser, hub);
  await early.page.goto('/');
  await expect(early.page.getByRole('heading', { name: '还没有活动' })).toBeVisible();
  await isWell(early.page, 1280);
  await isWell(page, 360);
  await page.getByRole('button', { name: '开一个活动' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('名称', { exact: true }).fill('全国科普日');
  await form.getByLabel('英文名称').fill('National Science Popularization Day');
  await form.getByLabel('网址名').fill('kepuri');
  await form.getByLabel('找地区：名称、拼音或代码').fill('CN');
  await form.getByRole('combobox', { name: '地区', exact: true }).selectOption('CN');
  await form.getByLabel('第一天').fill('2026-09-19');
  await form.getByLabel('最后一天').fill('2026-09-01');
  await isWell(page, 360);
  await form.getByRole('button', { name: '开一个活动' }).click();
  await expect(form.getByRole('alert')).not.toBeEmpty();
  await form.getByLabel('最后一天').fill('2026-09-25');
  await form.getByRole('button', { name: '开一个活动' }).click();
  await expect(page.getByRole('heading', { name: '全国科普日' })).toBeVisible();
  await isWell(page, 360);
  await expect(async () => {
    await early.page.reload();
    await expect(early.page).toHaveTitle(/全国科普日/, { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });

  await page.getByRole('link', { name: '接着邀请各地的审核人和审核员' }).click();
  await expect(page).toHaveURL(/\/desk\/staff$/);
  const mine = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '韦明' }) });
  await expect(mine).toContainText('主办方 · 全国');
  await isWell(page, 360);

  await using late = await somebody(browser, hub);
  await late.page.goto(link);
  await expect(late.page.getByText('这个链接用过或过期了')).toBeVisible();

  await page.getByRole('button', { name: '卸任：主办方 · 全国' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: '卸任' }).click();
  await expect(sheet.getByText('全国只剩这一位主办方，请先邀请另一位。')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '邀请同事' }).click();
  await sheet.getByLabel('角色').selectOption({ label: '审核方' });
  await sheet.getByLabel('地区或条线').selectOption({ label: '部委条线' });
  await isWell(page, 360);
  await sheet.getByRole('button', { name: '生成邀请链接' }).click();
  await expect(sheet.getByRole('img', { name: '用手机扫这个码打开链接' })).toBeVisible();
  await isWell(page, 360);
  const invitation = await toldLink(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText('审核方 · 部委条线，韦明发出')).toBeVisible();

  await using reviewer = await somebody(browser, hub);
  const desk = reviewer.page;
  await desk.goto(invitation);
  await expect(desk.getByText('韦明邀请你担任审核方（部委条线）')).toBeVisible();
  await isWell(desk, 1280);
  await signUp(desk, 'qin.fang', '覃芳', '注册并接受');
  await expect(desk).toHaveURL(/\/desk\/review$/);
  await expect(desk.getByRole('heading', { name: '审核', exact: true })).toBeVisible();
  await expect(desk.getByText('部委条线')).toBeVisible();

  const theirs = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '覃芳' }) });
  await expect(theirs).toContainText('审核方 · 部委条线', { timeout: 30_000 });
  await expect(page.getByRole('heading', { name: '还没用的邀请' })).toHaveCount(0);
  await page.getByRole('button', { name: '取消覃芳的角色：审核方 · 部委条线' }).click();
  await sheet.getByRole('button', { name: '取消这个角色' }).click();
  await expect(theirs).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('覃芳又有这个角色了')).toBeVisible();
  await expect(theirs).toContainText('审核方 · 部委条线');

  await page.getByRole('button', { name: '给覃芳重设密码的链接' }).click();
  await sheet.getByRole('button', { name: '生成链接' }).click();
  const recovery = await toldLink(page);
  await late.page.goto(recovery);
  await late.page.getByLabel('新密码', { exact: true }).fill('another lantern');
  await late.page.getByRole('button', { name: '设为新密码并登录' }).click();
  await expect(late.page.getByRole('heading', { name: '已登录：覃芳' })).toBeVisible();
  await late.page.getByRole('link', { name: '去活动审核' }).click();
  await expect(late.page.getByRole('heading', { name: '审核', exact: true })).toBeVisible();
});

test('who is no operator is told whose page it is', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, phone);
  await viewer.page.goto('/desk/staff');
  await expect(viewer.page.getByRole('heading', { name: '这里给主办方用' })).toBeVisible();
  await isWell(viewer.page, 360);
});
