import type { BrowserContextOptions, Locator, Page } from '@playwright/test';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible, contrast, fitsNarrow, holdsText, type PageCheck, still, walk } from './arrange/page-checks.js';
import { daytime, elderHome, routes, visit } from './arrange/routes.js';

/** In the middle of a day of the campaign. */
const test = journeysOn(daytime);

test.describe.configure({ lock: busy });

const lobby = routes[0]!;
const pagesOfElders = [elderHome, ...routes.slice(1)];
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, reducedMotion: 'reduce' };
const usual: Record<string, PageCheck> = { axe: accessible, 'less motion': still, '320 px': fitsNarrow };

for (const locale of ['zh-CN', 'en-US']) {
  test(`every page is accessible, still where less motion is wanted, and fits 320 px, ${locale}`, async ({ browser, hub }) => {
    await using viewer = await somebody(browser, hub, { locale, reducedMotion: 'reduce' });
    expect(await walk(viewer.page, routes, usual)).toEqual({});
  });

  test(`every page is accessible and fits 320 px in simple mode, ${locale}`, async ({ browser, hub }) => {
    await using viewer = await somebody(browser, hub, { locale, reducedMotion: 'reduce' });
    await viewer.page.addInitScript(() => localStorage.setItem('yunhui.mode', 'elder'));
    expect(await walk(viewer.page, pagesOfElders, usual)).toEqual({});
  });

  test(`every page is accessible by night, ${locale}`, async ({ browser, hub }) => {
    await using viewer = await somebody(browser, hub, { locale, colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await walk(viewer.page, routes, { axe: accessible })).toEqual({});
  });

  test(`every page can be read in forced colours, ${locale}`, async ({ browser, hub }) => {
    await using viewer = await somebody(browser, hub, { locale, forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await walk(viewer.page, routes, { contrast })).toEqual({});
  });

  test(`no page clips anything at WeChat’s text sizes of 130 % and 175 %, ${locale}`, async ({ browser, hub }) => {
    await using viewer = await somebody(browser, hub, { ...phone, locale });
    expect(await walk(viewer.page, routes, { '130 %': holdsText(1.3), '175 %': holdsText(1.75) })).toEqual({});
  });
}

test('a browser’s own larger text enlarges a page', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  await visit(page, lobby);
  const sizeOfText = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const before = await sizeOfText();
  await page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 1.5}px`;
  });
  await expect.poll(sizeOfText).toBeCloseTo(before * 1.5, 0);
});

test('every touch target of the bars is at least 44 px', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, phone);
  const { page } = viewer;
  await visit(page, lobby);
  const targets = page.locator('header[data-top-bar] :is(a, button), nav[aria-label="底部导航"] a');
  expect(await targets.count()).toBeGreaterThan(6);
  const small = await targets.evaluateAll((all) =>
    all
      .map((target) => ({ name: target.getAttribute('aria-label') ?? target.textContent, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(({ name }) => name),
  );
  expect(small).toEqual([]);
});

test('every page is reached by keyboard alone, and search by one key that can be turned off', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  await visit(page, lobby);
  for (const [name, path] of [
    ['矩阵', '/matrix'],
    ['节目单', '/schedule'],
    ['话题', '/topics'],
  ] as const) {
    await reach(page, page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.locator('main')).toBeFocused();
    await expect(page.locator('main').getByRole('heading').first()).toBeAttached();
  }
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/\/search/);

  await visit(page, lobby);
  const settings = page.getByRole('button', { name: '账号与设置' });
  const singleKeys = page.getByRole('checkbox', { name: '按 / 打开搜索等单键操作' });
  await reach(page, settings);
  await page.keyboard.press('Enter');
  await reach(page, singleKeys);
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(settings).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.press('Enter'); // had the key before led to search, nothing would open here
  await expect(singleKeys).not.toBeChecked();
  await expect(page).toHaveURL(/\/$/);
});

test('a channel is found, opened and spoken in by keyboard alone', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  await visit(page, lobby);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await reach(page, page.locator('main [data-slug]').getByRole('link').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/channels\//);

  await reach(page, page.getByLabel('你的名字'));
  await page.keyboard.type('Grace');
  await page.keyboard.press('Enter');
  await reach(page, page.getByRole('textbox', { name: '说点什么' }));
  await page.keyboard.type('只用键盘说的');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByText('只用键盘说的')).toBeVisible();
});

/** Goes to `target` as a keyboard does; what is still on its way is waited for first. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 80 && !(await focused()); presses += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}
