import type { Page } from '@playwright/test';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { putAsOperator } from './arrange/operator.js';
import { enterChannel, introduceAs, say } from './room.js';

/** Nothing but what the hub leaves out because of its level is left out. */
const test = journeysOn({ VISIBLE_BUDGET: '0' });

const hold = (address: string, level: string | null) => putAsOperator(address, 'operations/ladder', { level, reason: 'a rehearsal' });
const word = (page: Page, text: string) => page.locator('p').filter({ hasText: text });
const row = (page: Page, text: string) => page.getByRole('log').getByRole('listitem').filter({ hasText: text });

test('a hub that is too full says what it leaves out and that nothing is lost, and says no more when it is over', async ({
  browser,
  hub,
}) => {
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub);
  await using eve = await somebody(browser, hub, { locale: 'en-GB' });
  for (const { page } of [ada, bob, eve]) await enterChannel(page, 'microscope');
  await introduceAs(ada.page, 'Ada');
  await say(ada.page, '人还不多');

  await hold(hub.address, 'sampled');
  for (const { page } of [ada, bob]) await expect(word(page, '这里先显示一部分消息。每一条都已保存，没有丢。')).toBeVisible();
  await expect(word(eve.page, 'some messages are not shown for now. All are kept; none is lost.')).toBeVisible();
  for (const words of ['第一句', '第二句']) {
    await say(ada.page, words);
    await expect(row(ada.page, words)).toBeVisible();
  }

  await hold(hub.address, 'http');
  await expect(word(bob.page, '改为每隔几秒更新一次。消息都已保存，没有丢。')).toBeVisible();
  await expect(word(eve.page, 'updating every few seconds for now')).toBeVisible();
  await say(ada.page, '还在说');
  for (const words of ['人还不多', '第一句', '第二句', '还在说']) await expect(row(bob.page, words)).toBeVisible({ timeout: 15_000 });

  await hold(hub.address, null);
  await expect(ada.page.getByText('现在人很多')).toHaveCount(0);
  await bob.page.reload();
  await expect(row(bob.page, '还在说')).toBeVisible();
  await expect(bob.page.getByText('现在人很多')).toHaveCount(0);
});
