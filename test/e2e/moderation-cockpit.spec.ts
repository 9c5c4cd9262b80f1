import type { Browser } from '@playwright/test';
import type { SpawnedHub } from '../harness/hub.js';
import { expect, somebody, test } from './arrange/journey.js';
import { longTasksFromNow } from './arrange/long-tasks.js';
import { heldRow, moderatorAt, pull, reviewFirst, rowTexts, signInAt } from './arrange/desk.js';
import { aModerator } from './arrange/moderator.js';
import { scriptedQueue } from './arrange/scripted-queue.js';
import { aGuestByHttp, sayByHttp } from './arrange/speakers.js';
import { enterChannel } from './room.js';

const room = 'room:microscope';
/** Promised are 50 ms; here a time is only a guard, three times as long. */
const guardMs = 150;
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test.beforeEach(async ({ hub }) => (await aModerator(hub.address)).clearDesk());

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

  // Bob's verdict is long on its way; Ada's has been answered when it arrives. Her page alone would say so before the hub has it.
  const faster = ada.page.waitForResponse('**/verdict');
  await bob.page.route('**/verdict', async (route) => {
    await faster;
    await route.continue();
  });
  await bob.page.keyboard.press('a');
  await expect(heldRow(bob.page, '谁先谁后')).toContainText('已通过');
  await heldRow(ada.page, '谁先谁后').getByRole('button').first().click();
  await ada.page.keyboard.press('r');
  await expect(heldRow(bob.page, '谁先谁后')).toContainText('示例审核员 已拒绝');
  await expect(bob.page.getByText('这一条已由示例审核员先处理：已拒绝。')).toBeVisible();
});

test('what is new never moves the row one is on', async ({ browser, hub }) => {
  const say = await aSpeaker(hub, '海星');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await say('海星有眼睛吗', '涨潮是什么时候');
  await expect(heldRow(page, '涨潮是什么时候')).toBeVisible();
  await heldRow(page, '涨潮是什么时候').getByRole('button').first().click();
  const before = await heldRow(page, '涨潮是什么时候').boundingBox();
  await say('贝壳怎么长大', '加我微信领资料');
  await expect(page.getByRole('button', { name: /条新的/ })).toBeVisible();
  expect(await heldRow(page, '涨潮是什么时候').boundingBox()).toEqual(before);
  await expect(heldRow(page, '涨潮是什么时候').getByRole('button').first()).toHaveAttribute('aria-current', 'true');

  // What is said last may arrive after the chip of what was said before it: it waits behind the chip too.
  await expect(async () => {
    const chip = page.getByRole('button', { name: /条新的/ });
    if (await chip.isVisible()) await chip.click();
    expect(await rowTexts(page, /加我|眼睛|涨潮|贝壳/g)).toEqual(['加我', '眼睛', '涨潮', '贝壳']);
  }).toPass({ timeout: 10_000 });
});

test('on a phone a row is pulled to be rejected, and taken back; a step is gone back from', async ({ browser, hub }) => {
  const say = await aSpeaker(hub, '章鱼');
  await using ada = await moderatorAt(browser, hub, 'moderator', phone);
  const { page } = ada;
  await say('章鱼有几颗心');
  const row = heldRow(page, '章鱼有几颗心');
  await expect(row).toBeVisible();
  let asked = 0;
  page.on('request', (request) => (asked += request.url().endsWith('/verdict') ? 1 : 0));
  await pull(page, row, -60);
  await pull(page, row, -160);
  await expect(row).toContainText('已拒绝');
  expect(asked, 'a short pull decides nothing').toBe(1);
  await row.getByRole('button', { name: '撤销' }).click();
  await expect(row).not.toContainText('已拒绝');
  await expect(page).not.toHaveURL(/step=context/);

  await row.getByRole('button').first().click();
  await expect(page.getByRole('complementary', { name: '上下文' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('complementary', { name: '上下文' })).toBeHidden();
  await expect(row).toBeVisible();

  await pull(page, row, 160);
  await expect(row).toContainText('已通过');
});

test('pressed twice, and in two tabs of one moderator, a verdict is one', async ({ browser, hub }) => {
  const say = await aSpeaker(hub, '螃蟹');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  const other = await page.context().newPage();
  await other.goto('/desk/moderation');
  await say('螃蟹为什么横着走');
  await expect(heldRow(other, '螃蟹为什么横着走')).toBeVisible();
  await heldRow(page, '螃蟹为什么横着走').getByRole('button').first().click();
  let asked = 0;
  page.on('request', (request) => (asked += request.url().endsWith('/verdict') ? 1 : 0));
  await page.getByRole('complementary', { name: '上下文' }).getByRole('button', { name: /^通过/ }).dblclick();
  await expect(heldRow(page, '螃蟹为什么横着走')).toContainText('已通过');
  await expect(heldRow(other, '螃蟹为什么横着走')).toContainText('已通过');
  expect(asked).toBe(1);
});

test('without a role the desk stays closed, and says where to go', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  await viewer.page.goto('/desk/moderation');
  await expect(viewer.page.getByRole('heading', { name: '这里是审核台' })).toBeVisible();
  await expect(viewer.page.getByRole('link', { name: '登录' })).toBeVisible();
});

test('two hundred new items a second leave the page smooth, and the row one is on where it is', async ({ browser, hub }) => {
  const say = await aSpeaker(hub, '鲸');
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  const script = await scriptedQueue(page);
  await signInAt(page, 'moderator');
  await page.getByRole('link', { name: '去审核台' }).click();
  await say('鲸怎么睡觉');
  const row = heldRow(page, '鲸怎么睡觉');
  await row.getByRole('button').first().click();
  const before = await row.boundingBox();
  const tasks = await longTasksFromNow(page);
  await script.rush(200, 10);
  expect(await row.boundingBox()).toEqual(before);
  await expect(page.getByRole('button', { name: /2,?000 条新的/ })).toBeVisible();
  expect((await tasks()).filter((ms) => ms > guardMs)).toEqual([]);
});
