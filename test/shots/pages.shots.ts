import type { Page } from '@playwright/test';
import { startHub, type SpawnedHub } from '../harness/hub.js';
import type { Lobby } from '@yunhui/contracts';
import { fillDesk } from '../e2e/arrange/busy-desk.js';
import { enterAs, enterDesk } from '../e2e/arrange/desk.js';
import { expect, somebody, test as journey } from '../e2e/arrange/journey.js';
import { deskRoutes, elderHome, type Route, routes, visit } from '../e2e/arrange/routes.js';
import { playedSeconds } from '../e2e/room.js';
import { contactSheet, picture, small } from './sheet.js';
import { talkOfPlanets, talkOfSafety } from './talk.js';

/** Half past two of today in Shanghai, when the demo's programme is on. */
const thisAfternoon = `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}T14:32:00+08:00`;

const test = journey.extend<object, { hub: SpawnedHub }>({
  hub: [
    // Playwright reads from the first parameter what a fixture needs; this one needs nothing.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await using hub = await startHub({ CLOCK_AT: thisAfternoon });
      await settled(hub);
      await use(hub);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});
test.setTimeout(240_000);

/** So long no channel has changed any more when the hub has looked at every stream. */
const calmMs = 6_000;

/** A hub that has just started finds out one by one what is live: the first pictures would show a day that begins. */
async function settled(hub: SpawnedHub): Promise<void> {
  let since = Date.now();
  let last = '';
  const calmSince = async () => {
    const { channels } = (await (await fetch(`${hub.address}/api/v1/campaigns/kepuri-2023/lobby`)).json()) as Lobby;
    const live = channels.flatMap(({ slug, state }) => (state === 'live' ? [slug] : [])).join();
    if (live !== last) [last, since] = [live, Date.now()];
    return last === '' ? 0 : Date.now() - since;
  };
  await expect.poll(calmSince, { timeout: 60_000, intervals: [500] }).toBeGreaterThan(calmMs);
}

const before: Partial<Record<string, (address: string) => Promise<unknown>>> = { channel: talkOfPlanets, topic: talkOfSafety };

/** What comes after the page has something to show, and belongs into its picture. */
const awaited: Partial<Record<string, (page: Page) => Promise<unknown>>> = {
  channel: (page) => expect.poll(() => playedSeconds(page), { timeout: 20_000 }).toBeGreaterThan(0),
  search: (page) => expect(page.locator('main h2').first()).toBeVisible(),
  topic: (page) => expect(page.locator('main ol li').first()).toBeVisible(),
  lobby: (page) => expect(page.locator('section[aria-labelledby="today-axis"]').getByRole('img')).toBeVisible(),
};

for (const route of [...routes, elderHome]) {
  test(`sheet of ${route.name}`, async ({ browser, hub }) => {
    await before[route.name]?.(hub.address);
    await contactSheet(browser, hub, route.name, async (page) => {
      await visit(page, route);
      await awaited[route.name]?.(page);
    });
  });
}

/** What lies over the moderators' desk: how it is opened on a wide screen. */
const deskSheets: readonly (Route & { open: (page: Page) => Promise<void> })[] = [
  { ...deskRoutes[0]!, name: 'moderation-modes', open: (page) => page.locator('aside li [aria-haspopup="dialog"]').first().click() },
  { ...deskRoutes[0]!, name: 'moderation-shield', open: (page) => page.keyboard.press('v') },
  { ...deskRoutes[0]!, name: 'moderation-keys', open: (page) => page.keyboard.press('?') },
];

for (const route of [...deskRoutes.map((page) => ({ ...page, open: () => Promise.resolve() })), ...deskSheets]) {
  test(`sheet of ${route.name}`, async ({ browser, hub }) => {
    await fillDesk(hub.address);
    await contactSheet(
      browser,
      hub,
      route.name,
      async (page, { colorScheme }) => {
        await enterDesk(page, colorScheme);
        await visit(page, route);
        await route.open(page);
      },
      small,
    );
  });
}

test('sheet of host', async ({ browser, hub }) => {
  await contactSheet(browser, hub, 'host', async (page) => {
    await enterAs(page, 'host');
    await visit(page, { path: '/host', shows: 'article' });
    await page.locator('textarea').fill('/demo/hls/tide/master.m3u8');
    await page.locator('form button[type=submit]').click();
    await expect(page.locator('h3[data-look]')).toBeVisible({ timeout: 20_000 });
  });
});

test('picture of the lobby', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await visit(viewer.page, routes[0]!);
  await awaited['lobby']?.(viewer.page);
  await picture(viewer.page, 'lobby');
});
