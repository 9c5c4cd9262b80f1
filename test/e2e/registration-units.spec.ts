import type { Page } from '@playwright/test';
import { filingDay } from '../harness/filer.js';
import { enterAs } from './arrange/desk.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';
import { aFile, aPhoto, isDrawn } from './arrange/photo.js';

const test = journeysOn({ CLOCK_AT: filingDay });
test.setTimeout(180_000);

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const centre = '广西科学教育发展中心';

const isAccessible = async (page: Page) => expect(await accessible(page)).toEqual([]);
const fits = async (page: Page, width: number) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

test('a unit that the registry does not have is applied for with its seal, declined, corrected, and let in', async ({ browser, hub }) => {
  await using applicant = await somebody(browser, hub, phone);
  await using reviewer = await somebody(browser, hub);
  const [page, desk] = [applicant.page, reviewer.page];

  await page.goto('/sign-in');
  await page.getByRole('link', { name: '单位还没有人填报？申请新增单位' }).tap();
  await expect(page.getByRole('heading', { name: '申请新增单位' })).toBeVisible();
  await page.getByLabel('账号', { exact: true }).fill('lan.fang');
  await page.getByLabel('称呼', { exact: true }).fill('蓝芳');
  await page.getByLabel('新密码', { exact: true }).fill('sail by lantern');
  await isAccessible(page);
  await fits(page, 360);
  await page.getByRole('button', { name: '注册，接着填单位' }).tap();

  await page.getByLabel('单位全称').fill('广西自然博物馆');
  await page.getByLabel('单位类型').selectOption('institution');
  await page.getByLabel('找地区：名称、拼音或代码').fill('guangxi');
  await page.getByLabel('所在地区，由它的审核人核对').selectOption('450000');
  await expect(page.getByRole('button', { name: '提交申请' })).toBeDisabled();
  const photos = page.getByLabel('上传公章照片').last();
  await photos.setInputFiles(aFile('公章.png', Buffer.from('见报纸')));
  await expect(page.getByText('这不是图片，或已损坏。请用常见的照片或截图。')).toBeVisible();
  await photos.setInputFiles(aFile('公章.png', await aPhoto(page, '#b01818')));
  await isDrawn(page.getByRole('img', { name: '公章照片' }));
  await isAccessible(page);
  await fits(page, 360);
  await page.getByRole('button', { name: '提交申请' }).tap();
  await expect(page.getByText('单位库里已有这个单位，请找它的填报人或审核人要邀请。')).toBeVisible();
  await page.getByLabel('单位全称').fill('广西科学教育中心');
  await page.getByRole('button', { name: '提交申请' }).tap();
  const own = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^广西科学教育/ }) });
  await expect(own).toContainText('待核对');
  await isAccessible(page);
  await fits(page, 360);

  // A draft is written meanwhile.
  await page.getByRole('link', { name: '去填报' }).tap();
  await page.getByRole('button', { name: '新填一份' }).first().tap();
  await page.getByRole('dialog').getByRole('button', { name: '开始填写' }).tap();
  await expect(page.getByLabel('活动名称', { exact: true })).toBeVisible();

  await enterAs(desk, 'province');
  await desk.goto('/desk/review');
  await desk.getByRole('link', { name: '新增单位' }).click();
  const row = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: /^广西科学教育/ }) });
  await expect(row).toContainText('蓝芳（账号 lan.fang）申请');
  await isDrawn(row.getByRole('img'));
  await isAccessible(desk);
  await row.getByRole('button', { name: /^不通过/ }).click();
  await desk.getByLabel('理由，申请人会看到').fill('公章上是“发展中心”');
  await isAccessible(desk);
  await desk.getByRole('dialog').getByRole('button', { name: '不通过' }).click();
  await expect(desk.getByRole('heading', { name: '没有待核对的申请' })).toBeVisible();

  await page.goto('/inbox');
  await expect(page.getByText('新增单位的申请没有通过，请看理由')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '广西科学教育中心' }).tap();
  await expect(own).toContainText('理由：公章上是“发展中心”');
  await own.getByRole('button', { name: '更正申请' }).tap();
  await page.getByLabel('单位全称').fill(centre);
  await isAccessible(page);
  await page.getByRole('button', { name: '改好再交' }).tap();
  await expect(own).toContainText('待核对');

  await expect(row).toContainText(centre, { timeout: 30_000 });
  await row.getByRole('button', { name: /^入库/ }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '入库' }).click();
  await expect(desk.getByRole('heading', { name: '没有待核对的申请' })).toBeVisible();
  await desk.getByText('已入库', { exact: true }).click();
  await expect(row).toContainText('已入库');
  await isAccessible(desk);

  await expect(own).toContainText('已入库', { timeout: 30_000 });
  await page.goto('/host/filings');
  await expect(page.getByRole('link', { name: `${centre}的填报人` })).toBeVisible();
});
