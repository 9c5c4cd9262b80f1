import { busy, expect, somebody, test } from './arrange/journey.js';
import { openChannel, playedSeconds } from './room.js';

test.describe.configure({ lock: busy });

const programmeChannels = 49;
const roundTheClock = ['deep-space', 'microscope', 'tide'];

test('the lobby of a fresh hub lists the programme and what never stops, of which at least three are live', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  await viewer.page.goto('/');

  const slugs = async () =>
    new Set(
      await viewer.page.locator('main [data-slug]').evaluateAll((tiles) => tiles.map((tile) => (tile as HTMLElement).dataset['slug'])),
    );
  await expect.poll(async () => (await slugs()).size).toBe(programmeChannels + roundTheClock.length);
  for (const slug of roundTheClock) {
    await expect(viewer.page.locator(`[data-slug="${slug}"]`).first().getByText('直播中')).toBeVisible({ timeout: 30_000 });
  }
});

test('a live channel plays in the browser', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  await openChannel(viewer.page, 'deep-space');

  await expect.poll(() => playedSeconds(viewer.page), { timeout: 20_000 }).toBeGreaterThan(0);
  const from = await playedSeconds(viewer.page);
  await expect.poll(() => playedSeconds(viewer.page), { timeout: 15_000 }).toBeGreaterThanOrEqual(from + 5);
});

test('an address that leads nowhere says so, and the way back leads to the lobby', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  await viewer.page.goto('/no-such-page');
  await expect(viewer.page.getByRole('heading', { name: '没有这一页' })).toBeVisible();
  await viewer.page.getByRole('link', { name: '去大厅看看' }).click();
  await expect(viewer.page.locator('main [data-slug]').first()).toBeVisible();
});
