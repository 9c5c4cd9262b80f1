import { busy, expect, somebody, test } from './arrange/journey.js';

test.describe.configure({ lock: busy });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1440, height: 900 } };

test('a search in pinyin on a phone finds a channel, opens it, and is remembered until it is taken away', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, phone);
  const { page } = viewer;
  await page.goto('/search');
  await page.getByRole('textbox').fill('guangxi');
  const found = page.getByRole('region', { name: /^频道/ }).getByRole('link', { name: /广西频道/ });
  await expect(found.locator('mark')).toHaveText('广西');
  await expect(page).toHaveURL(/q=guangxi/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

  await found.tap();
  await expect(page).toHaveURL(/\/channels\/guangxi/);
  await page.goBack();
  await expect(page.getByRole('textbox')).toHaveValue('guangxi');

  await page.getByRole('button', { name: '清空' }).tap();
  const recent = page.getByRole('region', { name: '最近搜过' });
  await expect(recent.getByRole('button', { name: 'guangxi', exact: true })).toBeVisible();
  await recent.getByRole('button', { name: '去掉“guangxi”' }).tap();
  await expect(recent).toHaveCount(0);
});

test('by keyboard alone: arrows walk the results, Escape returns to the field, Enter opens the first', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, desk);
  const { page } = viewer;
  await page.goto('/search');
  const field = page.getByRole('textbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('广西');
  await expect(page.locator('a[data-hit]').first()).toContainText('广西频道');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('a[data-hit]').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('a[data-hit]').nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/channels\/guangxi/);
});

test('what is found nowhere has a next step, and 200 characters of emoji are no trouble', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, phone);
  const { page } = viewer;
  await page.goto('/search');
  await page.getByRole('textbox').fill('🔭'.repeat(100));
  await expect(page.getByRole('heading', { name: /没有找到/ })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '打开矩阵' }).tap();
  await expect(page).toHaveURL(/\/matrix/);
});

test('letters that an input method still composes are not asked for', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, desk);
  const { page } = viewer;
  const searches: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/search?q=') && request.resourceType() === 'fetch') searches.push(request.url());
  });
  await page.goto('/search');
  await expect(page.getByRole('textbox')).toBeFocused();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'guang', selectionStart: 5, selectionEnd: 5 });
  await page.waitForTimeout(400);
  expect(searches).toEqual([]);
  await input.send('Input.insertText', { text: '广西' });
  await expect(page.locator('a[data-hit]').first()).toContainText('广西频道');
  expect(searches).toHaveLength(1);
});
