import type { Browser, Page } from '@playwright/test';
import { demoPassword, type SpawnedHub } from '../harness/hub.js';
import { signInAt } from './arrange/desk.js';
import { expect } from './arrange/journey.js';
import { journeysWithOtherWays } from './arrange/other-ways.js';
import { accessible } from './arrange/page-checks.js';

const test = journeysWithOtherWays({});
test.setTimeout(120_000);

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const signInByProvider = { name: '用科协统一身份登录' };

const isWell = async (page: Page) => {
  expect(await accessible(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
};
/** At the hub's own address: the provider sends people there, and to no relay. */
async function aPage(browser: Browser, hub: SpawnedHub) {
  const context = await browser.newContext({ baseURL: hub.address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...phone });
  return { page: await context.newPage(), [Symbol.asyncDispose]: () => context.close() };
}
/** What somebody does at the provider: says who they are, and agrees. */
async function agreeAs(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('somebody links their identity, signs in by it where they were, and unlinks it', async ({ browser, hub }) => {
  await using mine = await aPage(browser, hub);
  const { page } = mine;
  await signInAt(page, 'host');
  const panel = page.getByRole('region', { name: '科协统一身份' });
  await panel.getByRole('button', { name: '关联', exact: true }).click();
  await panel.getByLabel('这个账号的密码').fill('another');
  await panel.getByRole('button', { name: '去关联' }).click();
  await expect(panel.getByText('账号或密码不对。')).toBeVisible();
  await isWell(page);
  await panel.getByLabel('这个账号的密码').fill(demoPassword);
  await panel.getByRole('button', { name: '去关联' }).click();
  await agreeAs(page, 'wei.ming');
  await expect(panel.getByText('已关联：wei.ming')).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
  await isWell(page);

  await using elsewhere = await aPage(browser, hub);
  const other = elsewhere.page;
  await other.goto('/schedule');
  await other.getByRole('button', { name: '账号与设置' }).click();
  await other.getByRole('link', { name: '登录', exact: true }).click();
  await expect(other.getByRole('button', signInByProvider)).toBeVisible();
  await isWell(other);
  await other.getByRole('button', signInByProvider).click();
  await agreeAs(other, 'wei.ming');
  await expect(other).toHaveURL(/\/schedule/);
  await other.goto('/sign-in');
  await expect(other.getByRole('heading', { name: '已登录：示例主播' })).toBeVisible();
  await expect(other.getByRole('region', { name: '登录的设备' }).getByRole('listitem')).toHaveCount(2);

  await page.reload();
  await panel.getByRole('button', { name: '解除关联…' }).click();
  await isWell(page);
  await panel.getByRole('button', { name: '解除关联', exact: true }).click();
  await expect(panel.getByRole('button', { name: '关联', exact: true })).toBeVisible();
});

test('whom no account is linked to signs in once with the password, and is linked', async ({ browser, hub }) => {
  await using mine = await aPage(browser, hub);
  const { page } = mine;
  await page.goto('/sign-in');
  await page.getByRole('button', signInByProvider).click();
  await agreeAs(page, 'operator');
  await expect(page.getByText('科协统一身份的“operator”还没有关联这里的账号。')).toBeVisible();
  await expect(page.getByText('已登录')).toHaveCount(0);
  await isWell(page);
  await page.getByLabel('账号', { exact: true }).fill('moderator');
  await page.getByLabel('密码').fill(demoPassword);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('把它关联到你的账号“示例审核员”吗？')).toBeVisible();
  await isWell(page);
  await page.getByRole('region', { name: '还没有关联账号' }).getByRole('button', { name: '关联', exact: true }).click();
  await expect(page.getByText('已关联：operator')).toBeVisible();
});

test('who cancels at the provider, or comes back with what is not theirs, is told so', async ({ browser, hub }) => {
  await using mine = await aPage(browser, hub);
  const { page } = mine;
  await page.goto('/sign-in');
  await page.getByRole('button', signInByProvider).click();
  await page.getByRole('link', { name: /Cancel/ }).click();
  await expect(page.getByText('已取消登录，什么也没有改变。')).toBeVisible();
  await isWell(page);
  await page.goto('/sign-in/back?code=somebody-elses&state=another');
  await expect(page.getByText('这次登录不是在这个浏览器里开始的')).toBeVisible();
  await page.getByRole('link', { name: '回登录页' }).click();
  await expect(page.getByRole('button', signInByProvider)).toBeVisible();
});

test('a phone is confirmed by a code, and signs in by another', async ({ browser, hub, phones: { codes } }) => {
  await using mine = await aPage(browser, hub);
  const { page } = mine;
  await signInAt(page, 'reviewer');
  const panel = page.getByRole('region', { name: '手机号登录' });
  await panel.getByRole('button', { name: '填手机号' }).click();
  await panel.getByLabel('手机号', { exact: true }).fill('139 0000 0001');
  await panel.getByLabel('这个账号的密码').fill(demoPassword);
  await isWell(page);
  await panel.getByRole('button', { name: '发验证码' }).click();
  await expect(panel.getByText('验证码已发到 139 0000 0001')).toBeVisible();
  expect(codes.map((one) => one.phone)).toEqual(['+8613900000001']);
  await panel.getByRole('textbox', { name: '验证码' }).fill(codes[0]?.code ?? '');
  await isWell(page);
  await panel.getByRole('button', { name: '确认手机号' }).click();
  await expect(panel.getByText('139****0001，可以用验证码登录。')).toBeVisible();

  await using elsewhere = await aPage(browser, hub);
  const other = elsewhere.page;
  await other.goto('/sign-in');
  await other.getByRole('button', { name: '用手机验证码登录' }).click();
  await other.getByLabel('手机号', { exact: true }).fill('13900000001');
  await other.getByRole('button', { name: '发验证码' }).click();
  await expect.poll(() => codes.length).toBe(2);
  await other.getByRole('textbox', { name: '验证码' }).fill('12');
  await other.getByRole('button', { name: '用验证码登录' }).click();
  await expect(other.getByText('验证码不对，请再看一眼。')).toBeVisible();
  await isWell(other);
  await other.getByRole('textbox', { name: '验证码' }).fill(codes[1]?.code ?? '');
  await other.getByRole('button', { name: '用验证码登录' }).click();
  await expect(other.getByRole('heading', { name: '已登录：示例审核人' })).toBeVisible();
  await expect(other.getByText('139****0001，可以用验证码登录。')).toBeVisible();
});
