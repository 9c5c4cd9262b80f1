import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { filingDay } from '../harness/filer.js';
import { enterAs } from './arrange/desk.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';

const test = journeysOn({ CLOCK_AT: filingDay });
test.describe.configure({ lock: busy });
test.setTimeout(180_000);

const phone = { viewport: { width: 360, height: 740 }, acceptDownloads: true };
const isNarrow = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
const isAccessible = async (page: Page) => expect(await accessible(page)).toEqual([]);
const sheet = (page: Page) => page.getByRole('dialog', { name: '表格导入导出' });
const csv = (...lines: string[]) => ({ name: '安排表.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
const choose = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  sheet(page)
    .getByLabel(/^选一个表格文件/)
    .setInputFiles(file);

async function openSheet(page: Page): Promise<void> {
  await page.goto('/host/filings');
  await page.getByRole('button', { name: '表格导入导出' }).click();
  await sheet(page).getByLabel('填报单位').selectOption({ label: '广西自然博物馆' });
  await sheet(page).getByLabel('活动季').selectOption('bagui-2023');
}

const heads = '编号,活动名称,活动时间,主办单位,联系人';

test('a sheet is looked at, told cell by cell, kept, and known again', async ({ browser, hub }) => {
  await using host = await somebody(browser, hub, phone);
  const { page } = host;
  await enterAs(page, 'host');
  await openSheet(page);
  await isNarrow(page);
  await isAccessible(page);

  await choose(page, { name: '照片.xlsx', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) });
  await expect(sheet(page).getByText(/^这不是能读的表格/)).toBeVisible();
  await choose(page, csv('编号,时间', 'A-1,9月'));
  await expect(sheet(page).getByText(/^没找到表头/)).toBeVisible();

  const rows = [
    'A-1,恐龙骨架装起来,9月中下旬（暂定）,广西自然博物馆,某人',
    'A-2,夜宿博物馆,金秋,广西自然博物馆,',
    'A-3,化石修复课,=1+1,自治区科协,',
  ];
  await choose(page, csv(heads, ...rows));
  await expect(sheet(page).getByText('检查完了，还没有导入。')).toBeVisible();
  await expect(sheet(page)).toContainText('新增 1 行，更新 0 行，没有变化 0 行，有错没收 2 行。');
  await expect(sheet(page)).toContainText('这些列没有用上：联系人');
  const told = sheet(page).getByRole('region', { name: '要看一眼的' });
  await expect(told).toContainText('第 3 行 夜宿博物馆');
  await expect(told).toContainText('活动时间：读不懂“金秋”');
  await expect(told).toContainText('活动时间：这一格是公式，请改成文字');
  await expect(told).not.toContainText('=1+1');
  await isNarrow(page);
  await isAccessible(page);

  await sheet(page).getByRole('button', { name: '导入 1 行' }).click();
  await expect(sheet(page).getByText('导入完了。')).toBeVisible();
  await sheet(page).getByRole('button', { name: '去看填报' }).click();
  await expect(page.getByRole('link', { name: '恐龙骨架装起来' })).toBeVisible();
  await expect(page.getByText('2023年9月中下旬（暂定）')).toBeVisible();

  await openSheet(page);
  await choose(page, csv(heads, rows[0] ?? '', 'A-2,夜宿博物馆,9月23日,广西自然博物馆,'));
  await expect(sheet(page)).toContainText('新增 1 行，更新 0 行，没有变化 1 行，有错没收 0 行。');
});

test('an import that the network cuts goes on where it stopped, and what goes out comes in again', async ({ browser, hub }) => {
  await using host = await somebody(browser, hub, phone);
  const { page, network } = host;
  await enterAs(page, 'host');
  await openSheet(page);
  const many = Array.from({ length: 120 }, (_, at) => `N-${at},第 ${at} 场,9—11月,广西自然博物馆,`);
  await choose(page, csv(heads, ...many));
  await expect(sheet(page)).toContainText('新增 120 行');
  // The second portion finds no hub.
  let portions = 0;
  await page.route('**/api/v1/filings/imports', async (route) => {
    portions += 1;
    if (portions === 2) network.cut();
    await route.continue();
  });
  await sheet(page).getByRole('button', { name: '导入 120 行' }).click();
  await expect(sheet(page).getByText('中途断了。')).toBeVisible({ timeout: 20_000 });
  await isAccessible(page);
  network.restore();
  await sheet(page).getByRole('button', { name: '从断处继续' }).click();
  await expect(sheet(page).getByText('导入完了。')).toBeVisible({ timeout: 20_000 });
  await sheet(page).getByRole('button', { name: '换一个文件' }).click();

  for (const kind of ['Excel', 'CSV']) {
    const coming = page.waitForEvent('download');
    await sheet(page)
      .getByRole('button', { name: `导出已填的（${kind}）` })
      .click();
    const download = await coming;
    const buffer = await readFile(await download.path());
    await choose(page, { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer });
    await expect(sheet(page)).toContainText(/新增 0 行，更新 0 行，没有变化 1\d\d 行，有错没收 0 行。/, { timeout: 20_000 });
    await sheet(page).getByRole('button', { name: '换一个文件' }).click();
  }
});
