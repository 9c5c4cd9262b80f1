import type { Page } from '@playwright/test';
import type { SpawnedHub } from '../harness/hub.js';
import { focusedRow, heldRow, moderatorAt } from './arrange/desk.js';
import { busy, expect, test } from './arrange/journey.js';
import { aModerator } from './arrange/moderator.js';
import { aGuestByHttp, readByAnybody, sayByHttp } from './arrange/speakers.js';

test.describe.configure({ lock: busy });

const room = 'room:microscope';
const unheard = (page: Page, count: number) => page.getByRole('status').filter({ hasText: `${count} 条裁决还没送到` });

async function held({ address }: SpawnedHub, ...texts: string[]): Promise<void> {
  const moderator = await aModerator(address);
  await moderator.clearDesk();
  await moderator.setMode(room, { reviewFirst: true });
  const guest = await aGuestByHttp(address, '水獭');
  for (const text of texts) expect(await sayByHttp(address, room, guest, text)).toMatchObject({ status: 'held' });
}

test('what is decided without a network waits, can be taken back, and is sent by itself', async ({ browser, hub }) => {
  await held(hub, '水獭为什么拉着手睡', '河狸怎么修水坝', '蝙蝠倒挂着不晕吗');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await expect(focusedRow(page)).toContainText('水獭为什么');
  await page.context().setOffline(true);
  await page.keyboard.press('a');
  await expect(heldRow(page, '水獭为什么')).toContainText('已通过（还没送到）');
  await expect(unheard(page, 1)).toBeVisible();
  await page.keyboard.press('r');
  await expect(unheard(page, 2)).toBeVisible();
  await heldRow(page, '河狸怎么').getByRole('button', { name: '撤销' }).click();
  await expect(unheard(page, 1)).toBeVisible();
  await expect(heldRow(page, '河狸怎么')).not.toContainText('已拒绝');

  // Whoever leaves now is asked: it would be lost.
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  expect(await readByAnybody(hub.address, room)).not.toContain('水獭为什么');
  await page.context().setOffline(false);
  await expect(unheard(page, 1)).toHaveCount(0);
  await expect(heldRow(page, '水獭为什么')).toContainText('已通过');
  await expect.poll(() => readByAnybody(hub.address, room)).toContain('水獭为什么');
  expect((await (await aModerator(hub.address)).held()).map(({ text }) => text)).toEqual(['河狸怎么修水坝', '蝙蝠倒挂着不晕吗']);
});

test('a verdict that waits for the hub is sent by the page that is loaded again', async ({ browser, hub }) => {
  await held(hub, '海葵怎么搬家', '寄居蟹怎么换壳');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await expect(focusedRow(page)).toContainText('海葵怎么');
  // Nothing that this page asks for arrives; what it is loaded as next asks for does.
  let isAway = true;
  page.once('framenavigated', () => (isAway = false));
  await page.route('**/verdict', (route) => (isAway ? route.abort('connectionreset') : route.continue()));
  await page.keyboard.press('r');
  await expect(unheard(page, 1)).toBeVisible();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect.poll(async () => (await (await aModerator(hub.address)).held()).map(({ text }) => text)).toEqual(['寄居蟹怎么换壳']);
  await expect(unheard(page, 1)).toHaveCount(0);
});

test('a verdict whose answer was lost counts once, and is shown as what it is', async ({ browser, hub }) => {
  await held(hub, '蜗牛的壳会长大吗');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await expect(focusedRow(page)).toContainText('蜗牛的壳');
  let attempts = 0;
  await page.route('**/verdict', async (route) => {
    attempts += 1;
    if (attempts > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.keyboard.press('a');
  await expect.poll(() => attempts).toBe(2);
  await expect(heldRow(page, '蜗牛的壳').getByRole('button', { name: '撤销' })).toContainText('秒');
  await expect(page.getByText('先处理')).toHaveCount(0);
  expect((await readByAnybody(hub.address, room)).split('蜗牛的壳').length - 1).toBeGreaterThan(0);
});

test('what is decided while the hub starts again is kept, and what came meanwhile is shown', async ({ browser, hub }) => {
  await held(hub, '萤火虫为什么会发光');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await expect(focusedRow(page)).toContainText('萤火虫');
  await hub.kill();
  await page.keyboard.press('r');
  await expect(unheard(page, 1)).toBeVisible();
  await expect(page.getByText(/没连上|正在重新连接|备用方式/).first()).toBeAttached();
  await hub.start();
  await expect(unheard(page, 1)).toHaveCount(0, { timeout: 60_000 });
  await expect.poll(async () => (await aModerator(hub.address)).held(), { timeout: 30_000 }).toEqual([]);
  const guest = await aGuestByHttp(hub.address, '水獭');
  await sayByHttp(hub.address, room, guest, '蜻蜓点水是在做什么');
  await expect(heldRow(page, '蜻蜓点水')).toBeVisible({ timeout: 30_000 });
});
