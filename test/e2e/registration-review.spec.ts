import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import type { SpawnedHub } from '../harness/hub.js';
import { signInAt } from './arrange/desk.js';
import { aFiler, filingDay, onSite } from '../harness/filer.js';
import { expect, journeysOn, somebody, type Somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';

const test = journeysOn({ CLOCK_AT: filingDay });
test.setTimeout(240_000);

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A reviewer at the desk, who came there as anybody comes: signed in, and by the link. */
async function reviewerAt(browser: Browser, hub: SpawnedHub, login: string, options: BrowserContextOptions = desk): Promise<Somebody> {
  const reviewer = await somebody(browser, hub, options);
  await signInAt(reviewer.page, login);
  await reviewer.page.getByRole('link', { name: '去活动审核' }).click();
  await expect(reviewer.page.getByRole('heading', { level: 1, name: '审核' })).toBeVisible();
  return reviewer;
}
const rowOf = (page: Page, title: string): Locator => page.locator('[data-review]').filter({ hasText: title });
const field = (page: Page, name: string): Locator =>
  page
    .getByRole('region', { name: '填报内容' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });
const isAccessible = async (page: Page) => expect(await accessible(page)).toEqual([]);
const fits = async (page: Page, width: number) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

test('two reviewers see what is handed in by itself, who is on it, and what the other made of it', async ({ browser, hub }) => {
  const title = '防震减灾科普研学活动';
  await using ada = await reviewerAt(browser, hub, 'province');
  await using bei = await reviewerAt(browser, hub, 'province2', phone);
  await expect(ada.page.getByText('没有待审的填报')).toBeVisible();
  await isAccessible(ada.page);

  await (await aFiler(hub.address)).submit('gx-nature-museum', { title });
  await expect(rowOf(ada.page, title)).toBeVisible({ timeout: 5_000 });
  await expect(rowOf(bei.page, title)).toBeVisible({ timeout: 5_000 });

  await rowOf(ada.page, title).click();
  await ada.page.getByRole('button', { name: '我来审' }).click();
  await expect(ada.page.getByText(/^你在审，到/)).toBeVisible();
  await expect(rowOf(bei.page, title).getByText('示例自治区审核人在审')).toBeVisible({ timeout: 5_000 });
  await rowOf(bei.page, title).tap();
  await expect(bei.page.getByRole('button', { name: '接过来审' })).toBeVisible();
  await fits(bei.page, 390);
  await isAccessible(bei.page);

  const quality = ada.page.getByRole('group', { name: '高质量' });
  // It stands there at once, and is kept a moment later.
  const kept = ada.page.waitForResponse((answer) => answer.url().endsWith('/scores') && answer.ok());
  await quality.getByRole('radio', { name: '4' }).click();
  await expect(quality.getByRole('radio', { name: '4' })).toBeChecked();
  await kept;
  await ada.page.reload();
  await expect(quality.getByRole('radio', { name: '4' })).toBeChecked();
  await expect(bei.page.getByRole('group', { name: '高质量' }).getByRole('radio', { name: '4' })).not.toBeChecked();

  await field(ada.page, '参与规模')
    .getByRole('button', { name: /退回此项/ })
    .click();
  await expect(ada.page.getByRole('button', { name: '通过，可发布' })).toBeDisabled();
  await ada.page.getByRole('radio', { name: '缺少依据' }).check({ force: true });
  await ada.page.getByRole('textbox', { name: '补充说明，填报人会看到' }).fill('报告厅核定 80 人，请说明分两批进行。');
  await isAccessible(ada.page);
  await ada.page.getByRole('button', { name: '退回 1 项' }).click();

  await expect(bei.page.getByRole('status').filter({ hasText: '示例自治区审核人在' })).toContainText('退回', { timeout: 5_000 });
  await expect(field(bei.page, '参与规模')).toContainText('报告厅核定 80 人');
  await expect(rowOf(ada.page, title)).toHaveCount(0);

  await ada.page.keyboard.press('u');
  await expect(rowOf(ada.page, title)).toBeVisible();
  await expect(bei.page.getByRole('button', { name: '通过，可发布' })).toBeEnabled({ timeout: 5_000 });
  await bei.page.getByRole('button', { name: '通过，可发布' }).tap();
  await expect(bei.page.getByRole('button', { name: /^撤销/ })).toBeVisible();
  await expect(ada.page.getByRole('status').filter({ hasText: '示例自治区审核人乙在' })).toContainText('通过，可发布', { timeout: 5_000 });
});

test('what came back is shown field by field, climbs the ladder, and stands in the schedule', async ({ browser, hub }) => {
  const title = '走进地震台';
  const filer = await aFiler(hub.address);
  const filing = await filer.submit('hengzhou-kexie', { title });
  await using county = await reviewerAt(browser, hub, 'county');
  await using city = await reviewerAt(browser, hub, 'city');
  await using province = await reviewerAt(browser, hub, 'province');
  const pass = async ({ page }: Somebody, verb: string) => {
    await rowOf(page, title).click({ timeout: 10_000 });
    await page.getByRole('button', { name: verb }).click();
    await expect(rowOf(page, title)).toHaveCount(0);
  };

  await pass(county, '通过，交市级');
  await rowOf(city.page, title).click({ timeout: 10_000 });
  for (const name of ['参与规模', '风险预案'])
    await field(city.page, name)
      .getByRole('button', { name: /退回此项/ })
      .click();
  await city.page.getByRole('button', { name: '退回 2 项' }).click();
  await expect(rowOf(city.page, title)).toHaveCount(0);

  await filer.resubmit(filing.id, { audience: '线下 80 人，线上不限' });
  await rowOf(county.page, title).click({ timeout: 10_000 });
  await expect(county.page.getByText(/改后重交。改后从第一级重新审，改了 1 项/)).toBeVisible();
  await expect(field(county.page, '参与规模').locator('del')).toHaveText('线下 120 人，线上不限');
  await expect(field(county.page, '参与规模').locator('ins')).toHaveText('线下 80 人，线上不限');
  await expect(county.page.getByText('上次退回过，没有改，请再看一眼')).toBeVisible();
  await expect(field(county.page, '风险预案')).toContainText('退回理由：安全考虑不足');
  await expect(field(county.page, '活动名称')).toHaveCount(0);
  await county.page.getByRole('button', { name: '看全部字段' }).click();
  await expect(field(county.page, '活动名称')).toContainText(title);
  await isAccessible(county.page);

  await pass(county, '通过，交市级');
  await pass(city, '通过，交广西');
  await pass(province, '通过，可发布');

  await using viewer = await somebody(browser, hub, desk);
  await viewer.page.goto('/schedule?day=2023-09-28');
  await expect(async () => {
    await viewer.page.reload();
    await expect(viewer.page.getByText('预警怎样抢出几秒').first()).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
});

test('the desk is walked by keys, and what came while the hub was away is there when it is back', async ({ browser, hub }) => {
  const filer = await aFiler(hub.address);
  await filer.submit('hengzhou-kexie', { ...onSite, title: '第一条' });
  await filer.submit('hengzhou-kexie', { ...onSite, title: '第二条' });
  await using ada = await reviewerAt(browser, hub, 'county');
  const { page } = ada;
  await expect(rowOf(page, '第二条')).toBeVisible();
  const opened = (title: string) => expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
  await rowOf(page, '第一条').click();
  await opened('第一条');
  await page.keyboard.press('j');
  await opened('第二条');
  await page.keyboard.press('k');
  await opened('第一条');
  await page.keyboard.press('j');
  await opened('第二条');
  await page.keyboard.press('c');
  await expect(page.getByText(/^你在审，到/)).toBeVisible();
  await page.keyboard.press('a');
  await expect(rowOf(page, '第二条')).toHaveCount(0);

  ada.network.cut();
  await expect(page.getByText(/没连上|正在重新连接|备用方式/).first()).toBeAttached({ timeout: 60_000 });
  await filer.submit('hengzhou-kexie', { ...onSite, title: '第三条' });
  await expect(rowOf(page, '第一条')).toBeVisible();
  ada.network.restore();
  await expect(rowOf(page, '第三条')).toBeVisible({ timeout: 40_000 });
});

test('several are approved at once, but what is flagged, and all of it is taken back', async ({ browser, hub }) => {
  const filer = await aFiler(hub.address);
  await filer.submit('gx-nature-museum', { ...onSite, title: '没有提醒的' });
  await filer.submit('gx-nature-museum', { title: '还没有场次的', sessions: [] });
  await using ada = await reviewerAt(browser, hub, 'province');
  const { page } = ada;
  await page.getByRole('button', { name: '批量通过' }).click();
  for (const title of ['没有提醒的', '还没有场次的']) await page.getByRole('checkbox', { name: title }).check();
  await isAccessible(page);
  await page.getByRole('button', { name: '通过所选 2 条' }).click();
  await expect(page.getByText('通过了 1 条，1 条要有人看，没有动。')).toBeVisible();
  await expect(rowOf(page, '没有提醒的')).toHaveCount(0);
  await expect(rowOf(page, '还没有场次的')).toBeVisible();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(rowOf(page, '没有提醒的')).toBeVisible();
});

test('who may not review is told what the desk is', async ({ browser, hub }) => {
  await using guest = await somebody(browser, hub, phone);
  await guest.page.goto('/desk/review');
  await expect(guest.page.getByRole('heading', { name: '这里给审核人用' })).toBeVisible();
  await isAccessible(guest.page);
});
