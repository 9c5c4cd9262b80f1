import type { Locator, Page } from '@playwright/test';
import { aFiler, filingDay, onSite } from '../harness/filer.js';
import { enterAs } from './arrange/desk.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { publish } from './arrange/other-hands.js';
import { accessible } from './arrange/page-checks.js';
import { aFile, aPhoto, isDrawn } from './arrange/photo.js';

const test = journeysOn({ CLOCK_AT: filingDay });
test.setTimeout(420_000);

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1440, height: 900 } };
const isAccessible = async (page: Page) => expect(await accessible(page)).toEqual([]);
const fits = async (page: Page, width: number) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name });
const isSaved = (page: Page) => expect(page.getByText('草稿已保存，可以随时离开。')).toBeVisible();

test('what has ended is supplemented after a reminder, handed in, read at the desk, locked, and opened again with a reason', async ({
  browser,
  hub,
}) => {
  const filer = await aFiler(hub.address);
  const filing = await publish(hub.address, await filer.submit('gx-nature-museum', { ...onSite, title: '装起一具骨架' }));
  /** Days pass: the hub goes on at another time. */
  const goOnAt = async (time: string) => {
    await hub.kill('SIGTERM');
    await hub.start({ CLOCK_AT: time });
  };

  // It ended on 28 September; at nine the next morning its host is reminded.
  await goOnAt('2023-09-29T08:59:40+08:00');
  await using host = await somebody(browser, hub, phone);
  const { page } = host;
  await enterAs(page, 'host');
  await page.goto('/inbox');
  await expect(page.getByText('活动结束了，请补录成果')).toBeVisible({ timeout: 90_000 });
  await page.goto(`/host/filings/${filing.id}`);
  await page.getByRole('link', { name: '去补录' }).tap();
  await expect(heading(page, /^还有 10 天/)).toBeVisible();
  await expect(page.getByText(/按通知在结束后 10 天内补录/)).toBeVisible();
  await expect(page.getByRole('region', { name: '云汇统计到的' }).getByText('没有统计', { exact: true })).toHaveCount(3);
  await isAccessible(page);
  await fits(page, 390);

  await page.getByRole('button', { name: '交补录' }).tap();
  await expect(page.getByText('还没有活动总结')).toBeVisible();
  await expect(page.getByLabel('办了什么、多少人参加、效果怎样')).toBeFocused();
  await page.getByLabel('办了什么、多少人参加、效果怎样').fill('三百人到场，看一具真的骨架怎样装起来。');
  await page.getByRole('button', { name: '加一个：图片所在的网址' }).tap();
  await page.getByLabel('图片所在的网址 1', { exact: true }).fill('https://mp.weixin.qq.com/s/photos');
  await page.getByLabel('参与活动的科技工作者人数').fill('2');
  await page.getByLabel('科技工作者名单').fill('甲，广西某大学');
  await isSaved(page);
  await expect(page.getByText('名单有 1 位，人数填的是 2')).toBeVisible();
  await page.getByLabel('科技工作者名单').fill('甲，广西某大学\n乙，广西某学会');
  await page.getByRole('button', { name: '移除：图片所在的网址 1' }).tap();
  await expect(page.getByLabel('图片所在的网址 1', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).tap();
  await expect(page.getByLabel('图片所在的网址 1', { exact: true })).toHaveValue('https://mp.weixin.qq.com/s/photos');
  await expect(page.getByText('名单有 1 位，人数填的是 2')).toHaveCount(0);
  await isSaved(page);
  // Two pictures and one file that is none: what arrived is shown, what did not says why.
  await page
    .getByLabel('加图片')
    .last()
    .setInputFiles([
      aFile('骨架.png', await aPhoto(page, '#b04020')),
      aFile('展厅.png', await aPhoto(page, '#2060a0')),
      aFile('说明.png', Buffer.from('见报纸')),
    ]);
  const pictures = page.getByRole('group', { name: '现场图片' });
  await expect(pictures.getByRole('img')).toHaveCount(2, { timeout: 20_000 });
  await expect(pictures.getByText('说明.png 没有传上去：这不是图片，或已损坏。请用常见的照片或截图。')).toBeVisible();
  await pictures.getByRole('button', { name: '再传一次' }).tap();
  await expect(pictures.getByRole('alert')).toBeVisible();
  await isAccessible(page);
  await fits(page, 390);
  await pictures.getByRole('button', { name: '不传了' }).tap();
  await expect(pictures.getByRole('alert')).toHaveCount(0);
  await pictures.getByRole('button', { name: '移除：现场图片 2' }).tap();
  await expect(pictures.getByRole('img')).toHaveCount(1);
  await page.getByRole('button', { name: '撤销' }).last().tap();
  await expect(pictures.getByRole('img')).toHaveCount(2);
  await pictures.getByRole('button', { name: '移除：现场图片 1' }).tap();
  await isSaved(page);
  await page.reload();
  await isDrawn(pictures.getByRole('img', { name: '现场图片 1' }));
  await expect(pictures.getByRole('img')).toHaveCount(1);
  await expect(page.getByLabel('科技工作者名单')).toHaveValue('甲，广西某大学\n乙，广西某学会');
  await isAccessible(page);
  await fits(page, 390);

  await page.getByRole('button', { name: '交补录' }).tap();
  await expect(heading(page, '已交补录')).toBeVisible();
  await isAccessible(page);
  await fits(page, 390);
  await page.getByRole('button', { name: '撤回再改' }).tap();
  await page.getByRole('button', { name: '加一个：新闻报道' }).tap();
  await page.getByLabel('新闻报道 1', { exact: true }).fill('https://news.example.org/gujia');
  await isSaved(page);
  await page.getByRole('button', { name: '交补录' }).tap();
  await expect(heading(page, '已交补录')).toBeVisible();

  await using reviewer = await somebody(browser, hub, desk);
  await enterAs(reviewer.page, 'province');
  await reviewer.page.goto(`/desk/review?list=all&id=${filing.id}`);
  const supplement = reviewer.page.getByRole('region', { name: '补录成果' });
  await expect(supplement).toContainText('已交补录');
  await expect(supplement).toContainText('三百人到场');
  await expect(supplement).not.toContainText('乙，广西某学会');
  await supplement.getByRole('button', { name: '查看名单' }).click();
  await expect(supplement).toContainText('乙，广西某学会');
  await expect(supplement.getByRole('link', { name: 'https://news.example.org/gujia' })).toBeVisible();
  await isDrawn(supplement.getByRole('img', { name: '现场图片 1' }));
  await isAccessible(reviewer.page);

  // The ten days are over.
  await goOnAt('2023-10-09T00:00:10+08:00');
  await enterAs(page, 'host');
  await page.goto(`/host/filings/${filing.id}/supplement`);
  await expect(heading(page, '补录已锁定')).toBeVisible();
  await expect(page.getByText('要再补，请向审核员说明理由，由他们重新开放。')).toBeVisible();
  await isAccessible(page);
  await enterAs(reviewer.page, 'province');
  await reviewer.page.goto(`/desk/review?list=all&id=${filing.id}`);
  await expect(reviewer.page.getByText('归档', { exact: true })).toBeVisible({ timeout: 40_000 });
  await reviewer.page.reload();
  await supplement.getByRole('button', { name: '重新开放补录' }).click();
  const sheet = reviewer.page.getByRole('dialog');
  await sheet.getByLabel('开放到哪一天').fill('2023-10-12');
  await sheet.getByLabel('理由，填报人会看到').fill('视频当时还没有剪好');
  await isAccessible(reviewer.page);
  await sheet.getByRole('button', { name: '重新开放补录' }).click();
  await expect(supplement).toContainText('可以补录');

  await expect(heading(page, /^还有 4 天/)).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText(/^审核员重新开放/)).toBeVisible();
  await page.getByRole('button', { name: '加一个：线下活动视频' }).tap();
  await page.getByLabel('线下活动视频 1', { exact: true }).fill('https://v.qq.com/x/page/gujia.html');
  await isSaved(page);
  await page.getByRole('button', { name: '交补录' }).tap();
  await expect(heading(page, '已交补录')).toBeVisible();
  await page.goto(`/host/filings/${filing.id}`);
  await expect(page.getByText('视频当时还没有剪好')).toBeVisible();
});
