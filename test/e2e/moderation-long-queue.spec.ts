import type { Page } from '@playwright/test';
import { heldRow, signInAt } from './arrange/desk.js';
import { busy, expect, somebody, test } from './arrange/journey.js';
import { longQueue } from './arrange/scripted-queue.js';

test.describe.configure({ lock: busy });

const length = 10_000;
/** What a screen shows, and what is kept ready above and below it. */
const mostDrawn = 60;

/** One turn of the wheel, as far as a page of the queue goes, and how many rows are drawn after it. */
async function turnWheel(page: Page, byPx: number): Promise<number> {
  await page.mouse.wheel(0, byPx);
  await page.waitForTimeout(40);
  return page.locator('[data-hold]').count();
}

test('a desk of ten thousand is scrolled to its end and back, with few rows drawn', async ({ browser, hub }) => {
  test.setTimeout(240_000);
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  await longQueue(page, length);
  await signInAt(page, 'moderator');
  await page.getByRole('link', { name: '去审核台' }).click();
  await heldRow(page, '第 1 条').hover();
  const last = heldRow(page, `第 ${length} 条`);
  let drawn = 0;
  await expect
    .poll(
      async () => {
        for (let turns = 0; turns < 20; turns += 1) drawn = Math.max(drawn, await turnWheel(page, 3_000));
        return last.count();
      },
      { timeout: 180_000, intervals: [0] },
    )
    .toBe(1);
  await expect(page.locator('li').filter({ has: last })).toHaveAttribute('aria-posinset', `${length}`);
  await turnWheel(page, -10_000_000);
  await expect(heldRow(page, '第 1 条').first()).toBeVisible();
  expect(drawn).toBeLessThan(mostDrawn);
});
