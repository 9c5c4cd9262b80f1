import type { Page } from '@playwright/test';
import { startHub } from '../harness/hub.js';
import { aRelease } from '../harness/release.js';
import { busy, expect, somebody, test } from './arrange/journey.js';
import { daytime } from './arrange/routes.js';
import { enterChannel, introduceAs } from './room.js';

test.describe.configure({ lock: busy });

/** Longer than a page takes to load itself again. */
const aWhileMs = 4_000;

test('a tab finds its parts after one deploy; after two it is loaded again, once, and what was being written is kept', async ({
  browser,
}) => {
  test.setTimeout(300_000); // the hub starts three times
  await using release = await aRelease();
  await using hub = await startHub(daytime, release.root);
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  const matrix = release.address('matrix-page');
  const schedule = release.address('schedule-page');
  const deploy = async () => {
    await release.deploy();
    await hub.kill('SIGTERM');
    await hub.start();
  };
  await enterChannel(page, 'deep-space');
  await introduceAs(page, 'Ada');
  const writing = page.getByRole('textbox', { name: '说点什么' });
  await writing.fill('还没写完');
  const loads = countLoads(page);

  await deploy();
  expect(release.address('matrix-page')).not.toBe(matrix);
  const part = page.waitForResponse((answer) => answer.url().endsWith(matrix));
  await goTo(page, '矩阵');
  expect((await part).status()).toBe(200);
  await expect(page.locator('main ol button').first()).toBeVisible();
  await page.goBack();
  await expect(writing).toHaveValue('还没写完');
  expect(loads()).toBe(0);

  await deploy();
  const gone = page.waitForResponse((answer) => answer.url().endsWith(schedule));
  await goTo(page, '节目单');
  expect((await gone).status()).toBe(404);
  await expect.poll(loads).toBe(1);
  await expect(page).toHaveURL(/\/schedule$/);
  await expect(page.locator('main').getByRole('heading').first()).toBeVisible();
  await page.goBack();
  await expect(writing).toHaveValue('还没写完');
  expect(loads()).toBe(1);
});

test('a part that never comes loads the page again once and not for ever, and says so', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  await page.goto('/');
  await page.route(/\/assets\/topics-page-/, (route) => route.fulfill({ status: 404, body: 'There is no such file.' }));
  const loads = countLoads(page);
  await goTo(page, '话题');
  await expect(page.locator('main').getByRole('button', { name: '重新载入' })).toBeVisible();
  await page.waitForTimeout(aWhileMs);
  expect(loads()).toBe(1);
  await expect(page).toHaveURL(/\/topics$/);
});

test('a page whose protocol the hub no longer speaks says that there is a newer one, and is loaded again at the next pause', async ({
  browser,
  hub,
}) => {
  await using viewer = await somebody(browser, hub);
  const { page } = viewer;
  let outdated = true;
  await page.routeWebSocket(/\/rt\//, (socket) => {
    const hubSide = socket.connectToServer();
    socket.onMessage((said) => hubSide.send(outdated ? String(said).replace('"protocol":1', '"protocol":99') : said));
  });
  await page.goto('/');
  const notice = page.getByText('有新版本，重新载入页面就能用。');
  await expect(notice).toBeVisible();
  await expect(page.getByRole('button', { name: '重新载入' })).toBeVisible();
  const loads = countLoads(page);
  await page.waitForTimeout(aWhileMs);
  expect(loads()).toBe(0); // nobody paused

  outdated = false; // the page that comes now fits
  await goTo(page, '矩阵');
  await expect.poll(loads).toBe(1);
  await expect(page).toHaveURL(/\/matrix$/);
  await page.waitForTimeout(aWhileMs);
  await expect(notice).toHaveCount(0);
  expect(loads()).toBe(1);
});

function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
}

const goTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click();
