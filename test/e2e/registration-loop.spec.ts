import type { Locator, Page } from '@playwright/test';
import { filingDay } from '../harness/filer.js';
import { enterAs, signInAt } from './arrange/desk.js';
import { busy, expect, journeysOn, somebody, type Somebody } from './arrange/journey.js';
import { aFile, aPhoto, isDrawn } from './arrange/photo.js';

const test = journeysOn({ CLOCK_AT: filingDay });
test.describe.configure({ lock: busy });
test.setTimeout(600_000);

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1440, height: 900 } };
const title = '茉莉花为什么夜里开';
const session = '跟着花农去采花';
const stream = '/demo/double/loop/tide/master.m3u8';

/** A tile, a page or a desk follows within this, also over a hub that starts again. */
const soon = { timeout: 60_000 };

const part = (page: Page, name: string): Locator => page.locator(`#part-${name}`);
const rowOf = ({ page }: Somebody): Locator => page.locator('[data-review]').filter({ hasText: title });
const fieldOf = ({ page }: Somebody, name: string): Locator =>
  page
    .getByRole('region', { name: '填报内容' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });

async function begin(page: Page): Promise<void> {
  await page.goto('/host/filings');
  await page.getByRole('button', { name: '新填一份' }).tap();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('填报单位').selectOption({ label: '横州市科学技术协会' });
  await sheet.getByLabel('活动季').selectOption('bagui-2023');
  await sheet.getByRole('button', { name: '开始填写' }).tap();
  await page.getByLabel('活动名称', { exact: true }).fill(title);
  await part(page, 'summary').locator('textarea').fill('看看。');
  await part(page, 'cover')
    .getByLabel('上传封面')
    .last()
    .setInputFiles(aFile('封面.png', await aPhoto(page, '#207040')));
  await isDrawn(part(page, 'cover').getByRole('img'));
  await page.getByText('线上', { exact: true }).tap();
  await part(page, 'block').locator('select').selectOption('regional');
  await page.getByRole('group', { name: '线上形式' }).getByText('直播').tap();
}

async function onDay(page: Page, day: string): Promise<void> {
  const time = part(page, 'time');
  await time.getByLabel('日期').fill(day);
  await time.getByLabel('开始').fill('15:00');
  await time.getByLabel('结束').fill('16:30');
}

async function addSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: '加一个场次' }).tap();
  const group = page.getByRole('group', { name: '场次 1' });
  await group.getByLabel('场次名称').fill(session);
  await group.getByRole('button', { name: '加一个直播源' }).tap();
  await group.getByLabel(/^直播源 1 的地址/).fill(stream);
  await group.getByRole('button', { name: '体检' }).tap();
  await expect(group.getByRole('heading', { name: /^能播/ })).toBeVisible({ timeout: 30_000 });
  await group.getByLabel('有字幕').check();
}

test('from form to air and after: told of a mistake, sent back, approved three times, live in a lobby, supplemented, locked', async ({
  browser,
  hub,
}) => {
  /** Days pass: the hub goes on at another time, and whoever has a page open stays there. */
  const goOnAt = async (time: string) => {
    await hub.kill('SIGTERM');
    await hub.start({ CLOCK_AT: time });
  };
  await using host = await somebody(browser, hub, phone);
  const { page } = host;

  await test.step('a host is told that it is too late for a day, and chooses another', async () => {
    await enterAs(page, 'host');
    await begin(page);
    await onDay(page, '2023-09-12');
    await expect(page.getByText(/^已过最晚提交日/)).toBeVisible(soon);
    await onDay(page, '2023-09-28');
    await expect(page.getByText(/^请在 \d+ 天内提交/)).toBeVisible(soon);
    await addSession(page);
    const findings = page.getByRole('region', { name: '检查结果' });
    await expect(findings).toContainText('没有要改的', soon);
    await page.getByRole('button', { name: '提交审核' }).tap();
    await expect(page.getByRole('heading', { name: '已提交' })).toBeVisible();
  });

  await using county = await somebody(browser, hub, desk);
  await test.step('the county sends it back with a reason', async () => {
    await signInAt(county.page, 'county');
    await county.page.goto('/desk/review');
    await rowOf(county).click();
    await isDrawn(fieldOf(county, '封面').getByRole('img'));
    await fieldOf(county, '活动简介')
      .getByRole('button', { name: /退回此项/ })
      .click();
    await county.page.getByRole('radio', { name: '填写含糊' }).check({ force: true });
    await county.page.getByRole('textbox', { name: '补充说明，填报人会看到' }).fill('请写明谁来讲。');
    await county.page.getByRole('button', { name: '退回 1 项' }).click();
    await expect(rowOf(county)).toHaveCount(0);
  });

  await test.step('the host reads it beside the field, mends that, and hands it in again', async () => {
    await page.goto('/host/filings');
    await expect(page.getByText('请按意见修改后再提交')).toBeVisible();
    await page.getByRole('link', { name: title }).tap();
    await expect(part(page, 'summary')).toContainText('填写含糊');
    await expect(part(page, 'summary')).toContainText('请写明谁来讲。');
    await part(page, 'summary').locator('textarea').fill('花农带着看夜里采茉莉，茶厂师傅讲花香怎样被茶叶记住。');
    await page.getByRole('button', { name: '重新提交审核' }).tap();
    await expect(page.getByRole('heading', { name: '已重新提交' })).toBeVisible();
  });

  await using city = await somebody(browser, hub, desk);
  await using province = await somebody(browser, hub, desk);
  await using viewer = await somebody(browser, hub, desk);
  const tile = viewer.page.locator('main [data-slug="hengzhou-kexie"]').first();
  await test.step('county, city and province approve, one after the other', async () => {
    const ladder = [
      { reviewer: county, login: 'county', verb: '通过，交市级' },
      { reviewer: city, login: 'city', verb: '通过，交广西' },
      { reviewer: province, login: 'province', verb: '通过，可发布' },
    ];
    for (const { reviewer, login, verb } of ladder) {
      await enterAs(reviewer.page, login);
      await reviewer.page.goto('/desk/review');
      await rowOf(reviewer).click(soon);
      await reviewer.page.getByRole('button', { name: verb }).click();
      await expect(rowOf(reviewer)).toHaveCount(0);
    }
    await page.goto('/host/filings');
    await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('已发布', soon);
  });

  await test.step('another browser’s lobby has it before it begins, and is told by itself that it is live', async () => {
    await goOnAt('2023-09-28T14:59:00+08:00');
    await viewer.page.goto('/');
    await expect(tile).toContainText(session, soon);
    await expect(tile).toContainText('即将开始');
    await expect(tile).toContainText('直播中', { timeout: 120_000 });
  });

  await test.step('it runs over, and its host says that it has ended', async () => {
    await goOnAt('2023-09-28T16:31:00+08:00');
    await enterAs(page, 'host');
    await page.goto('/host');
    await page.getByRole('article').filter({ hasText: session }).getByRole('link', { name: '直播台' }).tap();
    await expect(page.getByText('延时中')).toBeVisible(soon);
    await page.getByRole('button', { name: '宣布结束' }).tap();
    await expect(page.getByText('你已宣布结束。')).toBeVisible();
    await expect(tile).not.toContainText('直播中', soon);
  });

  await test.step('the next day it is supplemented, with what the hub has measured', async () => {
    await goOnAt('2023-09-29T09:00:00+08:00');
    await enterAs(page, 'host');
    await page.goto('/host/filings');
    await page.getByRole('link', { name: title }).tap();
    await page.getByRole('link', { name: '去补录' }).tap(soon);
    await expect(page.getByRole('region', { name: '云汇统计到的' })).toContainText(/\d+ 分钟/);
    await page.getByLabel('办了什么、多少人参加、效果怎样').fill('三千人在线看采花，提了四十个问题。');
    await page.getByRole('button', { name: '加一个：图片所在的网址' }).tap();
    await page.getByLabel('图片所在的网址 1', { exact: true }).fill('https://mp.weixin.qq.com/s/moli');
    await page.getByRole('button', { name: '加一个：新闻报道' }).tap();
    await page.getByLabel('新闻报道 1', { exact: true }).fill('https://news.example.org/moli');
    await page.getByLabel('参与活动的科技工作者人数').fill('1');
    await page.getByLabel('科技工作者名单').fill('甲，横州某茶厂');
    await expect(page.getByText('草稿已保存，可以随时离开。')).toBeVisible();
    await page.getByRole('button', { name: '交补录' }).tap();
    await expect(page.getByRole('heading', { name: '已交补录' })).toBeVisible();
  });

  await test.step('after ten days it is locked', async () => {
    await goOnAt('2023-10-09T00:00:10+08:00');
    await enterAs(page, 'host');
    await page.goto('/host/filings');
    await page.getByRole('link', { name: title }).tap();
    await page.getByRole('link', { name: /补录/ }).tap();
    await expect(page.getByRole('heading', { name: '补录已锁定' })).toBeVisible(soon);
  });
});
