import { aModerator } from './arrange/moderator.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { enterChannel } from './room.js';

/** The demo's desk counts as attended unless the plan is asked for. Nobody comes for a minute here. */
const test = journeysOn({ DUTY_PLAN: 'on', UNATTENDED_AFTER_MINUTES: '1', UNATTENDED_NIGHT: '00:00-00:00' });

test('a room that nobody looks after says so calmly in both languages, and no more once somebody is on duty', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub, { locale: 'en-GB' });
  await enterChannel(ada.page, 'guangxi');
  await bob.page.goto('/channels/guangxi');
  const told = ada.page.getByRole('status').filter({ hasText: '无人值守模式' });
  const toldInEnglish = bob.page.getByRole('status').filter({ hasText: 'Unattended: no moderator is here' });
  await expect(told).toBeVisible({ timeout: 90_000 });
  await expect(toldInEnglish).toBeVisible();

  const moderator = await aModerator(hub.address);
  const { unattended } = await moderator.beOnDuty('CN');
  expect(unattended).toEqual([]);
  await expect(told).toHaveCount(0, { timeout: 3_000 });
  await expect(toldInEnglish).toHaveCount(0, { timeout: 3_000 });
});
