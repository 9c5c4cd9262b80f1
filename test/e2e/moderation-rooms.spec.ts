import type { Page } from '@playwright/test';
import { moderatorAt } from './arrange/desk.js';
import { busy, expect, somebody, test } from './arrange/journey.js';
import { aModerator } from './arrange/moderator.js';
import { aGuestByHttp, sayByHttp } from './arrange/speakers.js';
import { enterChannel, introduceAs, say } from './room.js';

test.describe.configure({ lock: busy });

/** In effect everywhere in less than a second; on a machine that does ten things at once, three times that. */
const soon = { timeout: 3_000 };
/** The line above the composer. */
const note = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const shield = (page: Page) => page.getByRole('button', { name: /^(全部转先审|护盾 \d+ 处)$/ });

/** Somebody in a room, under a name. What plays there is of no matter here, and three pictures at once are slow. */
async function inRoom(page: Page, channel: string): Promise<void> {
  await page.route(/\.m3u8/, (route) => route.abort());
  await enterChannel(page, channel);
  await introduceAs(page, '小满');
}

test.beforeEach(async ({ hub }) => (await aModerator(hub.address)).clearDesk());

test('the shield over a province is seen by whoever speaks there and by nobody else, and is lifted', async ({ browser, hub }) => {
  await using here = await somebody(browser, hub);
  await using elsewhere = await somebody(browser, hub);
  await using ada = await moderatorAt(browser, hub);
  await inRoom(here.page, 'guangxi');
  await inRoom(elsewhere.page, 'beijing');
  const { page } = ada;
  await shield(page).click();
  const sheet = page.getByRole('dialog', { name: '护盾：全部转先审' });
  await sheet.getByLabel('范围').selectOption({ label: '广西' });
  await sheet.getByLabel('原因，同事会看到').fill('有人来捣乱');
  await sheet.getByRole('button', { name: '把广西转为先审' }).click();
  await expect(page.getByText('广西已转为先审。')).toBeVisible();
  await expect(shield(page)).toContainText('护盾 1 处');
  await expect(note(here.page, '先审后发')).toBeVisible(soon);
  await say(here.page, '护盾里说的话');
  await expect(here.page.getByRole('log')).toContainText('审核中，只有你能看到');
  await expect(page.locator('[data-hold]').filter({ hasText: '护盾里说的话' })).toBeVisible();
  await say(elsewhere.page, '别处照常说话');
  await expect(elsewhere.page.getByRole('log')).toContainText('别处照常说话');
  await expect(note(elsewhere.page, '先审后发')).toHaveCount(0);

  await shield(page).click();
  const raised = sheet.getByRole('listitem').filter({ hasText: '广西' });
  await expect(raised).toContainText('有人来捣乱');
  await raised.getByRole('button', { name: '解除' }).click();
  await expect(raised).toHaveCount(0);
  await expect(note(here.page, '先审后发')).toHaveCount(0, soon);
  await page.keyboard.press('Escape');
  await expect(shield(page)).toContainText('全部转先审');
});

test('a shield over everything is taken back by one press', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub);
  await using ada = await moderatorAt(browser, hub);
  await inRoom(viewer.page, 'tide');
  await shield(ada.page).click();
  await ada.page.getByRole('button', { name: '把全国转为先审' }).click();
  await expect(note(viewer.page, '先审后发')).toBeVisible(soon);
  await ada.page.getByRole('button', { name: '撤销' }).click();
  await expect(note(viewer.page, '先审后发')).toHaveCount(0, soon);
  await expect(shield(ada.page)).toContainText('全部转先审');
});

test('the sheet of a room sets how it takes messages, and says what a shield adds', async ({ browser, hub }) => {
  const room = 'room:microscope';
  const moderator = await aModerator(hub.address);
  await moderator.setMode(room, {});
  await using viewer = await somebody(browser, hub);
  await inRoom(viewer.page, 'microscope');
  // A room with something to be decided stands at the top of the list.
  const guest = await aGuestByHttp(hub.address, '路人');
  expect(await sayByHttp(hub.address, room, guest, '加我微信领资料')).toMatchObject({ status: 'held' });
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  const rooms = page.getByRole('complementary', { name: '房间' });
  const sheet = page.getByRole('dialog');
  const open = () => rooms.getByRole('button', { name: '调整显微的模式' }).click();

  await open();
  await sheet.getByLabel('仅表情').check();
  await sheet.getByRole('group', { name: '慢速' }).getByText('15 秒').click();
  await sheet.getByRole('button', { name: '按这样收' }).click();
  await expect(page.getByText('模式已改，马上生效。')).toBeVisible();
  await expect(note(viewer.page, '现在只发表情')).toBeVisible(soon);
  expect(await moderator.modeOf(room)).toEqual({ emojiOnly: true, slowModeMs: 15_000 });
  await expect(rooms.getByRole('listitem').filter({ hasText: '显微' })).toContainText('仅表情');

  await moderator.raise('CN', { reviewFirst: true });
  await open();
  await expect(sheet).toContainText('护盾生效中：演练');
  await expect(sheet.getByLabel('仅表情')).toBeChecked();
  await sheet.getByLabel('仅表情').uncheck();
  // A colleague was faster: nothing of theirs is overwritten unseen.
  await moderator.setMode(room, { verifiedOnly: true });
  await sheet.getByRole('button', { name: '按这样收' }).click();
  await expect(sheet.getByRole('alert')).not.toBeEmpty();
  expect(await moderator.modeOf(room)).toEqual({ verifiedOnly: true });
  await moderator.setMode(room, {});
});
