import type { Browser } from '@playwright/test';
import type { SpawnedHub } from '../harness/hub.js';
import { expect, somebody, test } from './arrange/journey.js';
import { heldRow, moderatorAt, reviewFirst } from './arrange/desk.js';
import { aGuestByHttp, sayByHttp } from './arrange/speakers.js';
import { enterChannel } from './room.js';

const room = 'room:microscope';

/** Somebody in a room where everything is looked at first. */
async function aSpeaker(hub: SpawnedHub, name: string): Promise<(...texts: string[]) => Promise<void>> {
  await reviewFirst(hub.address, room);
  const guest = await aGuestByHttp(hub.address, name);
  return async (...texts) => {
    for (const text of texts) expect(await sayByHttp(hub.address, room, guest, text)).toMatchObject({ status: 'held' });
  };
}

const twoModerators = async (browser: Browser, hub: SpawnedHub) =>
  [await moderatorAt(browser, hub, 'moderator'), await moderatorAt(browser, hub, 'moderator2')] as const;

test('two moderators see who is on what, what the other decided, and the room what was passed', async ({ browser, hub }) => {
  const say = await aSpeaker(hub, '青蛙');
  await using viewer = await somebody(browser, hub);
  await enterChannel(viewer.page, 'microscope');
  const [ada, bob] = await twoModerators(browser, hub);
  await using _ada = ada;
  await using _bob = bob;

  await say('草履虫会游泳吗', '为什么要染色');
  await expect(heldRow(ada.page, '草履虫会游泳吗')).toBeVisible();
  await heldRow(ada.page, '草履虫会游泳吗').getByRole('button').first().click();
  await expect(heldRow(ada.page, '草履虫会游泳吗')).toContainText('你在处理');
  await expect(heldRow(bob.page, '草履虫会游泳吗')).toContainText('示例审核员 处理中');

  await ada.page.keyboard.press('a');
  await expect(heldRow(ada.page, '草履虫会游泳吗')).toContainText('已通过');
  await expect(heldRow(bob.page, '草履虫会游泳吗')).toContainText('示例审核员 已通过');
  await expect(viewer.page.getByRole('log')).toContainText('草履虫会游泳吗');

  await ada.page.keyboard.press('z');
  await expect(heldRow(ada.page, '草履虫会游泳吗')).not.toContainText('已通过');
  await expect(viewer.page.getByRole('log')).not.toContainText('草履虫会游泳吗');
});

test('who is second sees the verdict of who was first', async ({ browser, hub }) => {
  const say = await aSpeaker(hub, '水母');
  const [ada, bob] = await twoModerators(browser, hub);
  await using _ada = ada;
  await using _bob = bob;
  await say('谁先谁后');
  await expect(heldRow(ada.page, '谁先谁后')).toBeVisible();
  await heldRow(bob.page, '谁先谁后').getByRole('button').first().click();

  // Bob's verdict is long on its way; Ada's is faster.
  await bob.page.route('**/verdict', async (route) => {
    await expect(heldRow(ada.page, '谁先谁后')).toContainText('已拒绝');
    await route.continue();
  });
  await bob.page.keyboard.press('a');
  await expect(heldRow(bob.page, '谁先谁后')).toContainText('已通过');
  await heldRow(ada.page, '谁先谁后').getByRole('button').first().click();
  await ada.page.keyboard.press('r');
  await expect(heldRow(bob.page, '谁先谁后')).toContainText('示例审核员 已拒绝');
  await expect(bob.page.getByText('这一条已由示例审核员先处理：已拒绝。')).toBeVisible();
});

test('without a role the desk stays closed, and says where to go', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  await viewer.page.goto('/desk/moderation');
  await expect(viewer.page.getByRole('heading', { name: '这里是审核台' })).toBeVisible();
  await expect(viewer.page.getByRole('link', { name: '登录' })).toBeVisible();
});
