import type { Page } from '@playwright/test';
import { filingDay } from '../harness/filer.js';
import { signInAt } from './arrange/desk.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';
import { aReceiver } from './arrange/receiver.js';

const test = journeysOn({ CLOCK_AT: filingDay, OUTBOUND_LOOPBACK: 'on' });
test.setTimeout(120_000);

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
/** A worker looks each second, and the page each five. */
const soon = { timeout: 20_000 };

const isWell = async (page: Page) => {
  expect(await accessible(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
};

test('an operator has another system told, sees what did not arrive, and sends it again', async ({ browser, hub }) => {
  await using receiver = await aReceiver();
  await using operator = await somebody(browser, hub, phone);
  const { page } = operator;
  await signInAt(page, 'operator');
  await page.getByRole('link', { name: '去通知地址' }).click();
  await expect(page.getByRole('heading', { name: '还没有通知地址' })).toBeVisible();
  await isWell(page);

  await page.getByRole('button', { name: '新建通知地址' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('地区').selectOption({ label: '广西' });
  await sheet.getByLabel('接收地址').fill('https://example.org:22/');
  await sheet.getByLabel('备注').fill('市融媒体');
  // Nobody files here: what is sent is what the operator tries, and nothing of the demo's streams comes between.
  for (const other of ['新排了场次', '场次改期或取消', '场次换了直播源', '直播源通断', '节目单有了新版本'])
    await sheet.getByLabel(other).uncheck();
  await isWell(page);
  await sheet.getByRole('button', { name: '新建', exact: true }).click();
  await expect(sheet.getByText('不能往这个地址发，请用公网上的加密网址。')).toBeVisible();
  await sheet.getByLabel('接收地址').fill(receiver.url);
  await sheet.getByRole('button', { name: '新建', exact: true }).click();
  await expect(sheet.getByLabel('签名密钥')).toHaveValue(/^whsec_/);
  await isWell(page);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: '市融媒体' }).click();
  await expect(page.getByText('还没有发过通知，可以先试发一条。')).toBeVisible();
  await page.getByRole('button', { name: '试发一条' }).click();
  await expect(page.getByText('已送到')).toBeVisible(soon);
  expect(receiver.heard).toEqual([expect.stringMatching(/^v1,/)]);

  receiver.answers.status = 410;
  await page.getByRole('button', { name: '试发一条' }).click();
  await expect(page.getByText('试了 1 次，没送到，不再自动重试')).toBeVisible(soon);
  await expect(page.getByText('对方答复 410')).toBeVisible();
  await expect(page.getByText(/起停用/)).toBeVisible(soon);
  await isWell(page);
  await page.getByRole('button', { name: '启用', exact: true }).click();
  await expect(page.getByRole('button', { name: '停用', exact: true })).toBeVisible(soon);
  receiver.answers.status = 204;
  await page.getByRole('radio', { name: '没送到' }).check({ force: true });
  await page.getByRole('button', { name: '把没送到的 1 条都再发一次' }).click();
  await expect(page.getByText('没有送不到的通知。')).toBeVisible(soon);

  await page.getByRole('button', { name: '换密钥' }).click();
  await sheet.getByRole('button', { name: '生成新密钥' }).click();
  await expect(sheet.getByLabel('签名密钥')).toHaveValue(/^whsec_/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '试发一条' }).click();
  await expect.poll(() => receiver.heard.at(-1), soon).toMatch(/^v1,\S+ v1,\S+$/);

  await page.getByRole('button', { name: '停用', exact: true }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('button', { name: '停用', exact: true })).toBeVisible(soon);
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await sheet.getByRole('button', { name: '删除这个地址' }).click();
  await expect(page.getByRole('heading', { name: '还没有通知地址' })).toBeVisible(soon);
});

test('who is no operator is told whose page it is', async ({ browser, hub }) => {
  await using moderator = await somebody(browser, hub, phone);
  await signInAt(moderator.page, 'moderator');
  await moderator.page.goto('/desk/webhooks');
  await expect(moderator.page.getByRole('heading', { name: '这里给主办方用' })).toBeVisible();
  await isWell(moderator.page);
});
