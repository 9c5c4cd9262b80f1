import { AxeBuilder } from '@axe-core/playwright';
import { expect, somebody, test } from './arrange/journey.js';

const pages = { lobby: '/', channel: '/channels/deep-space', 'sign-in': '/sign-in' };
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const [name, path] of Object.entries(pages)) {
  for (const locale of ['zh-CN', 'en-US']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing on the ${name} page, ${locale}, ${colorScheme}`, async ({ browser, hub }) => {
        await using viewer = await somebody(browser, hub, { locale, colorScheme });
        await viewer.page.goto(path);
        await expect(viewer.page.locator('main').getByRole('heading').first()).toBeVisible();
        const { violations } = await new AxeBuilder({ page: viewer.page }).withTags(levels).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      });
    }
  }
}

test('a channel is found, opened and spoken in by keyboard alone', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  await page.goto('/');
  await expect(page.locator('main [data-slug]').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');

  await reach(page.locator('main [data-slug]').getByRole('link').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/channels\//);

  await reach(page.getByLabel('你的名字'));
  await page.keyboard.type('Grace');
  await page.keyboard.press('Enter');
  await reach(page.getByRole('textbox', { name: '说点什么' }));
  await page.keyboard.type('只用键盘说的');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByText('只用键盘说的')).toBeVisible();

  async function reach(target: ReturnType<typeof page.locator>): Promise<void> {
    const focused = () => target.evaluate((element) => element === document.activeElement).catch(() => false);
    for (let presses = 0; presses < 60 && !(await focused()); presses += 1) await page.keyboard.press('Tab');
    await expect(target).toBeFocused();
  }
});
