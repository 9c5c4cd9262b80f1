import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startHub, type SpawnedHub } from '../harness/hub.js';
import { expect, somebody, test as journey } from './arrange/journey.js';
import { cutOff, daytime, type Route, routes, settled, stickingOut } from './arrange/routes.js';

/** One hub for the file, in the middle of a day of the campaign. */
const test = journey.extend<object, { hub: SpawnedHub }>({
  hub: [
    // Playwright reads from the first parameter what a fixture needs; this one needs nothing.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await using hub = await startHub(daytime);
      await use(hub);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const narrow = { width: 320, height: 640 };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** What axe finds, with where. The picture of a stream is not ours to check. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).exclude('video').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

async function visit(page: Page, route: Route): Promise<void> {
  await page.goto(route.path);
  await settled(page, route);
}

for (const locale of ['zh-CN', 'en-US']) {
  for (const route of routes) {
    test(`axe finds nothing on ${route.name}, ${locale}: day, night, forced colours, simple mode`, async ({ browser, hub }) => {
      await using viewer = await somebody(browser, hub, { locale, reducedMotion: 'reduce' });
      const { page } = viewer;
      await visit(page, route);
      const found: Record<string, string[]> = { day: await findings(page) };
      await page.emulateMedia({ colorScheme: 'dark' });
      found['night'] = await findings(page);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      found['forced colours'] = await findings(page);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.evaluate(() => localStorage.setItem('yunhui.mode', 'elder'));
      await page.goto(route.path);
      await expect(page.locator('main').getByRole('heading').first()).toBeAttached();
      await page.waitForTimeout(500);
      found['simple mode'] = await findings(page);
      expect(found).toEqual({ day: [], night: [], 'forced colours': [], 'simple mode': [] });
    });
  }
}

for (const route of routes) {
  test(`${route.name} has no sideways scroll at 320 px, in both languages and in simple mode`, async ({ browser, hub }) => {
    for (const locale of ['zh-CN', 'en-US']) {
      await using viewer = await somebody(browser, hub, { locale, viewport: narrow, isMobile: true, hasTouch: true });
      const { page } = viewer;
      await visit(page, route);
      expect(await stickingOut(page), locale).toEqual([]);
      await page.evaluate(() => localStorage.setItem('yunhui.mode', 'elder'));
      await page.goto(route.path);
      await expect(page.locator('main').getByRole('heading').first()).toBeAttached();
      await page.waitForTimeout(500);
      expect(await stickingOut(page), `${locale}, simple mode`).toEqual([]);
    }
  });

  test(`${route.name} clips nothing at WeChat’s text sizes of 130 % and 175 %`, async ({ browser, hub }) => {
    await using viewer = await somebody(browser, hub, phone);
    const { page } = viewer;
    await visit(page, route);
    for (const percent of [130, 175]) {
      await largerText(page, percent);
      expect(await stickingOut(page), `${percent} %`).toEqual([]);
      expect(await cutOff(page), `${percent} %`).toEqual([]);
    }
  });
}

/**
 * On iOS WeChat writes `text-size-adjust` on the body; on Android its WebView zooms text. Both enlarge every text
 * and leave lengths in px and rem alone, which is done here to every element that has text of its own.
 */
async function largerText(page: Page, percent: number): Promise<void> {
  await page.evaluate((factor) => {
    const texts = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    );
    const sizes = texts.map((element) => parseFloat(element.dataset['asDrawn'] ?? getComputedStyle(element).fontSize));
    texts.forEach((element, at) => {
      element.dataset['asDrawn'] = `${sizes[at]}`;
      element.style.fontSize = `${(sizes[at] ?? 0) * factor}px`;
    });
  }, percent / 100);
  await page.waitForTimeout(200);
}

test('a browser’s own larger text enlarges every page, and nothing is pushed out', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, phone);
  const { page } = viewer;
  for (const route of routes) {
    await visit(page, route);
    const before = await sizeOfText(page);
    await page.addStyleTag({ content: ':root { font-size: 150% }' }).catch(() => undefined); // the policy refuses styles that are not ours
    await page.evaluate(() => void (document.documentElement.style.fontSize = '150%'));
    expect(await sizeOfText(page), route.name).toBeCloseTo(before * 1.5, 0);
    expect(await stickingOut(page), route.name).toEqual([]);
  }
});

const sizeOfText = (page: Page): Promise<number> => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));

test('every touch target of the bars is at least 44 px', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, phone);
  const { page } = viewer;
  await visit(page, routes[0]!);
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
  await visit(page, routes[0]!);
  for (const [name, path] of [
    ['矩阵', '/matrix'],
    ['节目单', '/schedule'],
    ['话题', '/topics'],
  ] as const) {
    const entry = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name });
    await reach(page, entry);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.locator('main')).toBeFocused();
    await expect(page.locator('main').getByRole('heading').first()).toBeAttached();
  }
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/\/search/);
  await page.goto('/');
  await reach(page, page.getByRole('button', { name: '账号与设置' }));
  await page.keyboard.press('Enter');
  await reach(page, page.getByRole('checkbox', { name: '按 / 打开搜索等单键操作' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '账号与设置' })).toBeFocused();
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  await expect(page).toHaveURL(/\/$/);
});

async function reach(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  const focused = () => target.evaluate((element) => element === document.activeElement).catch(() => false);
  for (let presses = 0; presses < 40 && !(await focused()); presses += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

test('where less motion is wanted nothing goes on moving', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, { reducedMotion: 'reduce' });
  const { page } = viewer;
  for (const route of routes) {
    await visit(page, route);
    await page.waitForTimeout(300);
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map((animation) => (animation as CSSAnimation).animationName),
    );
    expect(moving, route.name).toEqual([]);
  }
});
