import { shanghaiDay } from '@yunhui/demo';
import type { Page } from '@playwright/test';
import { startHub, type SpawnedHub } from '../harness/hub.js';
import { busy, expect, somebody, test } from './arrange/journey.js';

test.describe.configure({ lock: busy });

const provinceLevelUnits = 35;
const states = 9;
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 768, height: 1024 } },
  desk: { viewport: { width: 1440, height: 900 } },
};
const { phone, tablet, desk } = sizes;
const noon = `${shanghaiDay(Date.now())}T12:10:00+08:00`;

const tiles = (page: Page) => page.locator('main button[data-region]');
const tileOf = (page: Page, region: string) => page.locator(`main button[data-region="${region}"]`);
const missingCount = (page: Page) => page.getByRole('button', { name: /^缺 \d+ 地$/ });

/** What is said of the chosen region: beside the map, below it, or in a sheet on a phone. */
const detail = (page: Page) => page.locator('main article, dialog article');
const focusedRegion = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).dataset['region']);

test.describe('the matrix at noon', () => {
  let hub: SpawnedHub;
  test.beforeAll(async () => {
    hub = await startHub({ CLOCK_AT: noon });
  });
  test.afterAll(async () => hub[Symbol.asyncDispose]());

  test('in English breaks no name of a region but at a space or between its syllables, on a screen of any width', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, { locale: 'en-US' });
    const { page } = viewer;
    await page.goto('/matrix');
    await expect(tiles(page)).toHaveCount(provinceLevelUnits);
    for (const width of [320, 390, 768, 1200, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const named = tileOf(page, '230000')
        .getByText(/jiang$/)
        .last();
      await expect(named).toBeVisible();
      expect(await brokenWords(page), `${width} px`).toEqual([]);
    }
  });

  for (const [size, options] of Object.entries(sizes)) {
    test(`has every region with its state, counts them, and shows a chosen one on a ${size}`, async ({ browser }) => {
      await using viewer = await somebody(browser, hub, options);
      const { page } = viewer;
      await page.goto('/matrix');
      await expect(tiles(page)).toHaveCount(provinceLevelUnits);
      await expect(page.getByRole('list', { name: '图例' }).locator('li[data-state]')).toHaveCount(states);
      const live = page.locator('main button[data-state="live"]');
      await expect(async () => {
        const counts = await page.getByText(/个省级地区/).innerText();
        expect(counts).toContain(`${provinceLevelUnits} 个省级地区，${await live.count()} 地直播中`);
      }).toPass({ timeout: 10_000 });
      await expect(page.getByText('今天处处有内容。')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

      await tileOf(page, '520000').click();
      await expect(page).toHaveURL(/at=520000/);
      await expect(detail(page)).toContainText('52 · 贵州');
      await expect(detail(page).getByRole('link', { name: /^(进入直播|去频道)$/ })).toHaveAttribute('href', '/channels/guizhou');

      await page.reload();
      await expect(detail(page)).toContainText('52 · 贵州');
    });
  }

  test('tells in English what a region is known for in English, and marks as Chinese what has no twin', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, { ...desk, locale: 'en-US' });
    const { page } = viewer;
    await page.goto('/matrix?at=520000');
    const line = detail(page).locator('p', { hasText: /^Featured:/ });
    await expect(line).toBeVisible();
    expect(await line.innerText()).not.toMatch(/\p{Script=Han}/u);
    const unmarked = await detail(page).evaluate(
      (article) =>
        [...article.querySelectorAll('h2, p, dd')].filter(
          (element) =>
            /\p{Script=Han}/u.test(element.textContent) && !element.closest('[lang]:not(html)') && !element.querySelector('[lang]'),
        ).length,
    );
    expect(unmarked).toBe(0);
  });

  test('is walked by arrows as one sees it, opened by Enter, and put away by Escape', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, desk);
    const { page } = viewer;
    await page.goto('/matrix');
    await tileOf(page, '520000').click();
    const ways = [
      ['ArrowDown', '450000'],
      ['ArrowRight', '430000'],
      ['ArrowUp', '420000'],
      ['ArrowLeft', '520000'],
    ] as const;
    for (const [key, region] of ways) {
      await page.keyboard.press(key);
      expect(await focusedRegion(page)).toBe(region);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/at=450000/);
    await expect(detail(page)).toContainText('45 · 广西');
    await page.keyboard.press('Escape');
    await expect(page).not.toHaveURL(/at=/);
  });

  test('leads down to the cities of Guangxi, and back by the path and by the browser', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, phone);
    const { page } = viewer;
    await page.goto('/matrix');
    await tileOf(page, '450000').tap();
    await detail(page)
      .getByRole('link', { name: /^看 \d+ 个下级地区$/ })
      .tap();
    await expect(page).toHaveURL(/\/matrix\/450000/);
    await expect(tileOf(page, '450300')).toContainText('桂林');
    await expect(tileOf(page, '520000')).toHaveCount(0);

    const path = page.getByRole('navigation', { name: '所在层级' });
    await expect(path.locator('[aria-current="page"]')).toHaveText('广西');
    await path.getByRole('link', { name: '全国' }).tap();
    await expect(tiles(page)).toHaveCount(provinceLevelUnits);
    await page.goBack();
    await expect(tileOf(page, '450300')).toBeVisible();
  });

  test('names each region that has nothing today', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, tablet);
    const { page } = viewer;
    await page.goto('/matrix/450000');
    const count = Number((await missingCount(page).innerText()).replaceAll(/\D/g, ''));
    await missingCount(page).click();
    const sheet = page.getByRole('dialog', { name: '今天还没有内容的地区' });
    await expect(sheet.getByRole('listitem')).toHaveCount(count);
    await expect(sheet.getByText('柳州', { exact: true })).toBeVisible();
    await expect(sheet.getByText('桂林', { exact: true })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
  });

  test('has a list twin that sorts, and that the address keeps', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, desk);
    const { page } = viewer;
    await page.goto('/matrix');
    await page.getByRole('button', { name: '列表' }).click();
    await expect(page).toHaveURL(/view=list/);
    await page.reload();
    const rows = page.locator('tr[data-region]');
    await expect(rows).toHaveCount(provinceLevelUnits);
    await expect(rows.first()).toHaveAttribute('data-region', '110000');

    const region = page.getByRole('columnheader', { name: '地区' });
    await region.getByRole('button').click();
    await expect(region).toHaveAttribute('aria-sort', 'descending');
    await expect(rows.last()).toHaveAttribute('data-region', '110000');

    await page.getByRole('columnheader', { name: '节目' }).getByRole('button').click();
    const starts = (await rows.locator('a .num').allInnerTexts()).map((clock) => clock.trim());
    expect(starts.length).toBeGreaterThan(1);
    expect(starts).toEqual(starts.toSorted());
    await page.goBack();
    await expect(tiles(page)).toHaveCount(provinceLevelUnits);
  });
});

/** Texts of tiles that begin a new line within a word or that their box cuts off. A soft hyphen is a place to begin one. */
function brokenWords(page: Page): Promise<string[]> {
  return tiles(page).evaluateAll((all) => {
    const isBroken = (text: Text): boolean => {
      const { data } = text;
      const range = document.createRange();
      const topOf = (at: number) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return [...range.getClientRects()].at(-1)?.top; // the hyphen before it, if there is one, is the first
      };
      const letters = [...data].map((letter, at) => ({ letter, top: topOf(at) }));
      return letters.some(({ letter, top }, at) => {
        const before = letters[at - 1];
        return (
          before !== undefined &&
          /[a-z]{2}/i.test(before.letter + letter) &&
          top !== undefined &&
          before.top !== undefined &&
          top > before.top + 4
        );
      });
    };
    return all
      .flatMap((tile) => [...tile.querySelectorAll('span[aria-hidden]')])
      .flatMap((span) => [...span.childNodes].filter((node): node is Text => node.nodeType === Node.TEXT_NODE))
      .filter((text) => isBroken(text) || (text.parentElement?.scrollHeight ?? 0) > (text.parentElement?.clientHeight ?? 0) + 2)
      .map(({ data }) => data);
  });
}
