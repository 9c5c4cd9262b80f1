import { setTimeout as sleep } from 'node:timers/promises';
import { devices } from '@playwright/test';
import { expect, somebody, test } from './arrange/journey.js';
import { enterChannel, heard, introduceAs, openChannel, say } from './room.js';

const lockedMs = 60_000;
/** Promised are 3 s; a guard is three times as long. */
const guardMs = 9_000;
const sentences = /第\d+句/g;

test('a phone that was locked for a minute is right when it wakes, with no message missing', async ({ browser, hub }) => {
  test.setTimeout(lockedMs + 90_000);
  await using speaker = await somebody(browser, hub);
  await using phone = await somebody(browser, hub, devices['Pixel 7']);
  await openChannel(speaker.page, 'deep-space');
  await openChannel(phone.page, 'deep-space');
  await introduceAs(speaker.page, 'Ada');
  await say(speaker.page, '第1句');
  await expect.poll(() => heard(phone.page, sentences)).toEqual(['第1句']);

  const device = await phone.page.context().newCDPSession(phone.page);
  phone.network.cut(); // a sleeping phone loses its network without a word
  await device.send('Page.setWebLifecycleState', { state: 'frozen' });
  const locked = Date.now();
  for (let number = 2; number <= 12; number += 1) {
    await say(speaker.page, `第${number}句`);
    await sleep(lockedMs / 15);
  }
  await sleep(Math.max(0, locked + lockedMs - Date.now()));
  phone.network.restore();
  await device.send('Page.setWebLifecycleState', { state: 'active' });

  const all = Array.from({ length: 12 }, (_, at) => `第${at + 1}句`);
  await expect.poll(() => heard(phone.page, sentences), { timeout: guardMs, intervals: [100] }).toEqual(all);
});

test('a page whose connection’s code does not come at first is alive as soon as it does', async ({ browser, hub }) => {
  await using phone = await somebody(browser, hub, devices['Pixel 7']);
  const { page } = phone;
  let refusals = 0;
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const isConnection = (await response.text()).includes('topic.join');
    if (isConnection && refusals < 3) {
      refusals += 1;
      await route.abort('connectionreset');
    } else await route.fulfill({ response });
  });
  await enterChannel(page, 'tide');
  await introduceAs(page, 'Grace');
  await say(page, '终于连上了');
  await expect(page.getByRole('log').getByText('终于连上了')).toBeVisible({ timeout: 30_000 });
  expect(refusals).toBe(3);
});
