import type { Page } from '@playwright/test';
import { enterAs } from './arrange/desk.js';
import { filingDay } from '../harness/filer.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { retitle, sendBack } from './arrange/other-hands.js';
import { accessible } from './arrange/page-checks.js';

const test = journeysOn({ CLOCK_AT: filingDay });
test.describe.configure({ lock: busy });
test.setTimeout(180_000);

const phone = { viewport: { width: 360, height: 740 } };
const saved = (page: Page) => expect(page.getByText('草稿已保存')).toBeVisible({ timeout: 15_000 });
const findings = (page: Page) => page.getByRole('region', { name: '检查结果' });
const isNarrow = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
const isAccessible = async (page: Page) => expect(await accessible(page)).toEqual([]);

/** A new draft of the museum for the Guangxi campaign, by the way a host goes. */
async function begin(page: Page): Promise<void> {
  await page.goto('/host/filings');
  await page.getByRole('button', { name: '新填一份' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('填报单位').selectOption({ label: '广西自然博物馆' });
  await sheet.getByLabel('活动季').selectOption('bagui-2023');
  await sheet.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByLabel('活动名称', { exact: true })).toBeVisible();
}

async function fillTime(page: Page, within: string): Promise<void> {
  const group = page.locator(within);
  await group.getByLabel('日期').fill('2023-09-28');
  await group.getByLabel('开始').fill('15:00');
  await group.getByLabel('结束').fill('16:30');
}

test('a host files: told what is wrong, over a reload, handed in, sent back, handed in again', async ({ browser, hub }) => {
  await using host = await somebody(browser, hub, phone);
  const { page } = host;
  await enterAs(page, 'host');
  await page.goto('/host');
  await page.getByRole('link', { name: '我的填报' }).click();
  await expect(page.getByText('还没有填报')).toBeVisible();
  await begin(page);

  // What is not filled in yet is no mistake until one hands it in: then it is told beside the fields, too, and leads there.
  await expect(findings(page)).toContainText(/\d+ 项还没填，0 项要改/);
  await expect(findings(page)).toContainText('还没有活动名称');
  await expect(page.locator('#part-title')).not.toContainText('还没有活动名称');
  await page.getByRole('button', { name: '提交审核' }).click();
  await expect(page.getByLabel('活动名称', { exact: true })).toBeFocused();
  await expect(page.locator('#part-title')).toContainText('还没有活动名称');
  await isAccessible(page);

  await page.getByLabel('活动名称', { exact: true }).fill('恐龙骨架装起来');
  await page.locator('#part-summary textarea').fill('看看。');
  await page.getByText('线上', { exact: true }).click();
  await page.locator('#part-block select').selectOption('regional');
  await page.getByRole('group', { name: '线上形式' }).getByText('直播').click();
  await fillTime(page, '#part-time');
  await page.getByRole('button', { name: '再加一个承办单位' }).click();
  await page.getByLabel('承办单位 1', { exact: true }).fill('自治区科协');
  await saved(page);
  await expect(page.locator('#part-undertakers')).toContainText('与公章全称不一致');
  await expect(page.getByText(/请在 \d+ 天内提交（审核约需/)).toBeVisible();

  await page.reload();
  await expect(page.getByLabel('活动名称', { exact: true })).toHaveValue('恐龙骨架装起来');
  await expect(page.locator('#part-time').getByLabel('开始')).toHaveValue('15:00');
  await page.getByRole('button', { name: '换成登记库全称' }).click();
  await expect(page.getByLabel('承办单位 1', { exact: true })).toHaveValue('广西壮族自治区科学技术协会');

  // A session with a stream that is checked here.
  await page.getByRole('button', { name: '加一个场次' }).click();
  const session = page.getByRole('group', { name: '场次 1' });
  await session.getByLabel('场次名称').fill('恐龙醒来');
  await session.getByRole('button', { name: '加一个直播源' }).click();
  await session.getByLabel(/^直播源 1 的地址/).fill('/demo/double/filed/tide/master.m3u8');
  await session.getByRole('button', { name: '体检' }).click();
  await expect(session.getByRole('heading', { name: /^能播/ })).toBeVisible({ timeout: 20_000 });
  await session.getByLabel('有字幕').check();
  await saved(page);
  await expect(findings(page)).toContainText('没有要改的');
  await isNarrow(page);
  await isAccessible(page);

  await page.getByRole('button', { name: '提交审核' }).click();
  await expect(page.getByRole('heading', { name: '已提交' })).toBeVisible();
  await expect(page.getByLabel('活动名称', { exact: true })).toBeDisabled();
  await isAccessible(page);

  await sendBack(hub.address, '恐龙骨架装起来', [{ field: 'summary', code: 'vague', note: '请写明谁来讲。' }]);
  await page.goto('/host/filings');
  await expect(page.getByText('请按意见修改后再提交')).toBeVisible();
  await isNarrow(page);
  await isAccessible(page);
  await page.getByRole('link', { name: '恐龙骨架装起来' }).click();
  await expect(page.locator('#part-summary')).toContainText('填写含糊');
  await expect(page.locator('#part-summary')).toContainText('请写明谁来讲。');
  await isAccessible(page);
  await page.locator('#part-summary textarea').fill('修复师装起一具真的骨架，边装边讲。');
  await page.getByRole('button', { name: '重新提交审核' }).click();
  await expect(page.getByRole('heading', { name: '已重新提交' })).toBeVisible();
  await expect(page.locator('#part-summary textarea')).toHaveValue('修复师装起一具真的骨架，边装边讲。');
});

test('a unit is found in the registry while its name is written, by keyboard alone', async ({ browser, hub }) => {
  await using host = await somebody(browser, hub, phone);
  const { page } = host;
  await enterAs(page, 'host');
  await begin(page);
  await page.getByRole('button', { name: '再加一个承办单位' }).click();
  const field = page.getByRole('combobox', { name: '承办单位 1', exact: true });
  const list = page.getByRole('listbox', { name: /^登记库里有/ });
  await field.pressSequentially('guangxikexie');
  const first = list.getByRole('option').first();
  await expect(first).toContainText('广西壮族自治区科学技术协会');
  await expect(first).toContainText('又名：广西科协');
  await isNarrow(page);
  await isAccessible(page);
  await field.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(field).toHaveValue('guangxikexie');

  await field.fill('广西科协');
  await expect(first).toContainText('广西壮族自治区科学技术协会');
  await field.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await expect(field).toHaveValue('广西壮族自治区科学技术协会');
  await expect(field).toBeFocused();
  await expect(list).toHaveCount(0);

  // Whoever is not in it is written all the same.
  await field.fill('海上灯笼会');
  await saved(page);
  await page.reload();
  await expect(field).toHaveValue('海上灯笼会');
});

test('what is written without a network stays, and what two tabs write is chosen between', async ({ browser, hub }) => {
  await using host = await somebody(browser, hub, phone);
  const { page } = host;
  await enterAs(page, 'host');
  await begin(page);
  await page.getByLabel('活动名称', { exact: true }).fill('第一版');
  await saved(page);

  await page.context().setOffline(true);
  await page.getByLabel('活动名称', { exact: true }).fill('离线时写的');
  await expect(page.getByText(/^离线：改动留在这台设备上/)).toBeVisible({ timeout: 15_000 });
  await page.context().setOffline(false);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('活动名称', { exact: true })).toHaveValue('离线时写的');

  const id = page.url().split('/').at(-1) ?? '';
  await retitle(hub.address, id, '别处写的');
  await page.getByLabel('活动名称', { exact: true }).fill('我这里写的');
  const choice = page.getByRole('alert').filter({ hasText: '这份草稿在别处改过' });
  await expect(choice).toContainText('活动名称');
  await choice.getByRole('button', { name: '用那边的' }).click();
  await expect(page.getByLabel('活动名称', { exact: true })).toHaveValue('别处写的');
  await page.getByRole('button', { name: '换回我这里的' }).click();
  await expect(page.getByLabel('活动名称', { exact: true })).toHaveValue('我这里写的');
  await saved(page);

  await page.getByRole('button', { name: '撤回' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('撤回的理由').fill('改在明年办。');
  await sheet.getByRole('button', { name: '撤回' }).click();
  await expect(page.getByRole('heading', { name: '已撤回' })).toBeVisible();

  await page.goto('/host/filings');
  await page.getByRole('button', { name: '沿用这份：我这里写的' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByLabel('活动名称', { exact: true })).toHaveValue('我这里写的');
});
