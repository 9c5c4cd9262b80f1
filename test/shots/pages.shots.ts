import { expect, somebody, test } from '../e2e/arrange/journey.js';
import { introduceAs, openChannel, playedSeconds, say } from '../e2e/room.js';
import { contactSheet, picture } from './sheet.js';

test.setTimeout(240_000);

test('lobby', async ({ browser, hub }) => {
  await contactSheet(browser, hub, 'lobby', '/', async (page) => {
    await expect(page.locator('main article [data-state="live"]').first()).toBeVisible({ timeout: 30_000 });
  });
  await using viewer = await somebody(browser, hub, { viewport: { width: 1440, height: 900 } });
  await viewer.page.goto('/');
  await expect(viewer.page.locator('main article [data-state="live"]').first()).toBeVisible();
  await picture(viewer.page, 'lobby');
});

test('channel', async ({ browser, hub }) => {
  await using speaker = await somebody(browser, hub);
  await openChannel(speaker.page, 'deep-space');
  await introduceAs(speaker.page, 'Ada');
  for (const text of ['这段轨道是怎么画出来的？', '行星离太阳越近，走得越快。', 'Kepler would have liked this.'])
    await say(speaker.page, text);

  await contactSheet(browser, hub, 'channel', '/channels/deep-space', async (page) => {
    await expect(page.getByRole('log')).toContainText('Kepler');
    await expect.poll(() => playedSeconds(page), { timeout: 20_000 }).toBeGreaterThan(0);
  });
});

test('sign-in', async ({ browser, hub }) => {
  await contactSheet(browser, hub, 'sign-in', '/sign-in', (page) => expect(page.locator('form')).toBeVisible());
});

test('not-found', async ({ browser, hub }) => {
  await contactSheet(browser, hub, 'not-found', '/no-such-page', (page) => expect(page.getByRole('heading').first()).toBeVisible());
});
