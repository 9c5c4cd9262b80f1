import type { Page } from '@playwright/test';
import { moderatorAt } from './arrange/desk.js';
import { expect, test } from './arrange/journey.js';
import { aModerator } from './arrange/moderator.js';
import { aGuestByHttp, sayByHttp } from './arrange/speakers.js';

const room = 'room:deep-space';

/** A file as a moderator chooses it. */
const aFile = (content: unknown) => ({ name: 'lists.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) });
const term = (id: string, word: string, action = 'hold') => ({ id, term: word, category: 'ad', level: 2, action });

async function atLists(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('link', { name: '词表与白名单' }).click();
  await expect(page.getByRole('heading', { name: '词表与白名单' })).toBeVisible();
}

/** What becomes of a sentence that somebody new says. */
async function said(address: string, text: string): Promise<string> {
  return (await sayByHttp(address, room, await aGuestByHttp(address, '路人'), text)).status;
}

test.beforeEach(async ({ hub }) => {
  const moderator = await aModerator(hub.address);
  await moderator.setMode(room, {});
  await moderator.dropTerms('紫砂壶', '青花瓷');
});

test('an import is tried first and changes nothing; with a bad row it is not offered, without one it holds at once', async ({
  browser,
  hub,
}) => {
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await atLists(page);
  await page.getByRole('tab', { name: '导入' }).click();
  const take = page.getByRole('button', { name: '正式导入' });
  await page.getByLabel('选择文件').setInputFiles(aFile({ hello: 1 }));
  await expect(page.getByText('这个文件里没有词表。')).toBeVisible();

  await page.getByLabel('选择文件').setInputFiles(aFile([term('journey-pot', '紫砂壶'), { ...term('bad', '坏行'), level: 9 }]));
  await expect(page.getByText('1 行有问题，改好再来。')).toBeVisible();
  await expect(take).toHaveCount(0);

  await page.getByLabel('选择文件').setInputFiles(aFile([term('journey-pot', '紫砂壶')]));
  await expect(page.getByText('会新增 1 个，改动 0 个，0 个不变。')).toBeVisible();
  expect(await said(hub.address, '老师桌上那把紫砂壶真好看')).toBe('published');
  await take.click();
  await expect(page.getByText('已新增 1 个，改动 0 个，0 个不变。')).toBeVisible();
  await expect(take).toHaveCount(0);
  expect(await said(hub.address, '爷爷也收着一把旧紫砂壶')).toBe('held');
});

test('a term is added, changed, taken out and put back, and each holds from then on', async ({ browser, hub }) => {
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await atLists(page);
  await page.getByRole('button', { name: '添加一个词' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('词', { exact: true }).fill('青花瓷');
  await sheet.getByLabel('处理').selectOption({ label: '转审' });
  await sheet.getByRole('button', { name: '保存' }).click();
  await expect(sheet).toHaveCount(0);
  await page.getByRole('searchbox', { name: '搜词' }).fill('青花瓷');
  const row = page.getByRole('row').filter({ hasText: '青花瓷' });
  await expect(row).toContainText('转审');
  expect(await said(hub.address, '这只青花瓷是什么年代的')).toBe('held');

  await row.getByRole('button', { name: '修改' }).click();
  await sheet.getByLabel('处理').selectOption({ label: '遮盖' });
  await sheet.getByRole('button', { name: '保存' }).click();
  await expect(row).toContainText('遮盖');
  expect(await said(hub.address, '奶奶家也有一只青花瓷')).toBe('published');

  await row.getByRole('button', { name: '删除“青花瓷”' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(row).toContainText('遮盖');
});

test('a phrase in which a term means no harm is let through', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  await moderator.listTerm({ id: 'journey-vase', term: '青花瓷', category: 'ad', level: 2, action: 'hold' });
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await atLists(page);
  await page.getByRole('tab', { name: '白名单' }).click();
  await page.getByRole('button', { name: '添加一个短语' }).click();
  await page.getByRole('dialog').getByLabel('这样说没有问题的短语').fill('青花瓷的烧制');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('searchbox', { name: '搜词' }).fill('青花瓷');
  const line = page.getByRole('listitem').filter({ hasText: '青花瓷的烧制' });
  await expect(line).toBeVisible();
  expect(await said(hub.address, '想听老师讲讲青花瓷的烧制过程')).toBe('published');
  await line.getByRole('button', { name: '删除“青花瓷的烧制”' }).click();
  await expect(line).toHaveCount(0);
  expect(await said(hub.address, '博物馆里讲青花瓷的烧制吗')).toBe('held');
});
