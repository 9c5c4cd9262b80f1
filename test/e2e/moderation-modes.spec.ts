import type { Page } from '@playwright/test';
import { aModerator } from './arrange/moderator.js';
import { busy, expect, somebody, test } from './arrange/journey.js';
import { readByAnybody } from './arrange/speakers.js';
import { enterChannel, heard, introduceAs, say } from './room.js';

test.describe.configure({ lock: busy });

/** In effect everywhere in less than a second; on a machine that does ten things at once, three times that. */
const soon = { timeout: 3_000 };
const room = 'room:tide';

const field = (page: Page) => page.getByRole('textbox', { name: '说点什么' });
const sendButton = (page: Page) => page.getByRole('button', { name: '发送', exact: true });
/** The line above the composer. */
const note = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const line = (page: Page, words: string) => page.getByRole('log').getByRole('listitem').filter({ hasText: words }).last();

test('each mode is told where one speaks, and the composer takes what the room takes', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub);
  for (const { page } of [ada, bob]) await enterChannel(page, 'tide');
  await introduceAs(ada.page, 'Ada');

  await field(ada.page).fill('看 https://example.org');
  await expect(ada.page.getByText('这里不发链接，去掉再发。')).toBeVisible();
  await expect(sendButton(ada.page)).toBeDisabled();
  await field(ada.page).fill('');

  await moderator.setMode(room, { emojiOnly: true });
  await expect(note(ada.page, '现在只发表情')).toBeVisible(soon);
  await expect(line(bob.page, '现在只发表情')).toBeVisible(soon);
  await field(ada.page).fill('好看');
  await expect(sendButton(ada.page)).toBeDisabled();
  await expect(ada.page.getByText('现在只发表情，把文字去掉再发。')).toBeVisible();
  await say(ada.page, '🌊🌊');
  await expect.poll(() => heard(bob.page, /🌊🌊/gu), soon).toEqual(['🌊🌊']);

  await moderator.setMode(room, { closed: true });
  for (const { page } of [ada, bob]) await expect(page.getByText('聊天已关闭，可以继续看。')).toBeVisible(soon);
  await expect(field(ada.page)).toHaveCount(0);

  await moderator.setMode(room, { staffOnly: true });
  for (const { page } of [ada, bob]) await expect(page.getByText('现在只有主播方和工作人员发言，可以继续看。')).toBeVisible(soon);

  await moderator.setMode(room, { verifiedOnly: true });
  for (const { page } of [ada, bob]) await expect(page.getByRole('link', { name: '去登录' })).toBeVisible(soon);

  await moderator.setMode(room, { reviewFirst: true });
  await expect(note(ada.page, '先审后发')).toBeVisible(soon);
  await say(ada.page, '先审的话');
  await expect(line(ada.page, '先审的话')).toContainText('审核中，只有你能看到');
  expect(await heard(bob.page, /先审的话/g)).toEqual([]);

  await moderator.setMode(room, { slowModeMs: 30_000 });
  await expect(note(ada.page, '每 30 秒可以说一条')).toBeVisible(soon);
  await say(ada.page, '慢慢说');
  await field(ada.page).fill('再来一句');
  await expect(ada.page.getByRole('button', { name: /还有 \d+ 秒可以再发/ })).toBeDisabled();

  await moderator.setMode(room, {});
  await expect(note(ada.page, '每 30 秒可以说一条')).toHaveCount(0, soon);
  await expect(sendButton(ada.page)).toBeEnabled(soon);
});

test('in minors’ mode one speaks with phrases, and others read them', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  await using ada = await somebody(browser, hub, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await using bob = await somebody(browser, hub, { locale: 'en-GB' });
  await enterChannel(ada.page, 'microscope');
  await bob.page.goto('/channels/microscope');
  await introduceAs(ada.page, 'Ada');
  await moderator.setMode('room:microscope', { minors: true });
  await expect(note(ada.page, '用准备好的短句和表情互动')).toBeVisible(soon);
  await expect(field(ada.page)).toHaveCount(0);
  const phrases = ada.page.getByRole('group', { name: '选一句说' });
  await phrases.getByRole('button', { name: '讲得真好' }).click();
  await expect.poll(() => heard(bob.page, /讲得真好/g), soon).toEqual(['讲得真好']);
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await moderator.setMode('room:microscope', {});
  await expect(field(ada.page)).toBeEditable(soon);
});

test('what is delayed is not on the screen of who joins late, nor in any answer, before its time', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  const delayMs = 40_000;
  await using ada = await somebody(browser, hub);
  await using late = await somebody(browser, hub);
  await enterChannel(ada.page, 'deep-space');
  await introduceAs(ada.page, 'Ada');
  await moderator.setMode('room:deep-space', { delayMs });
  await expect(note(ada.page, '说的话 40 秒后出现')).toBeVisible(soon);
  await say(ada.page, '早说的话');
  const saidAt = Date.now();
  await enterChannel(late.page, 'deep-space');
  await expect(note(late.page, '说的话 40 秒后出现')).toBeVisible(soon);
  expect(await readByAnybody(hub.address, 'room:deep-space')).not.toContain('早说的话');
  expect(await heard(late.page, /早说的话/g)).toEqual([]);
  expect(Date.now() - saidAt, 'the look was before its time').toBeLessThan(delayMs);
  await expect.poll(() => heard(late.page, /早说的话/g), { timeout: delayMs + 3_000 }).toEqual(['早说的话']);
  expect(Date.now() - saidAt).toBeGreaterThan(delayMs - 1_000);
  await moderator.setMode('room:deep-space', {});
});

test('a shield over a region closes its rooms at once, and no others, and its lifting opens them', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  await using here = await somebody(browser, hub);
  await using elsewhere = await somebody(browser, hub);
  await enterChannel(here.page, 'guangxi');
  await enterChannel(elsewhere.page, 'beijing');
  for (const { page } of [here, elsewhere]) await introduceAs(page, 'Ada');
  await moderator.raise('450000', { closed: true });
  await expect(here.page.getByText('聊天已关闭，可以继续看。')).toBeVisible(soon);
  await expect(line(here.page, '聊天已关闭')).toBeVisible(soon);
  await say(elsewhere.page, '照常说话');
  await moderator.lift('450000');
  await expect(field(here.page)).toBeEditable(soon);
  await say(here.page, '又能说了');
});
