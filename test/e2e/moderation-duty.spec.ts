import { moderatorAt } from './arrange/desk.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { enterChannel } from './room.js';

/** The demo's desk counts as attended unless the plan is asked for. Nobody comes for a minute here. */
const test = journeysOn({ DUTY_PLAN: 'on', UNATTENDED_AFTER_MINUTES: '1', UNATTENDED_NIGHT: '00:00-00:00' });
/** The desk reads the modes of its rooms each 30 s. */
const alarmed = { timeout: 45_000 };
const soon = { timeout: 5_000 };

test('a room that nobody looks after says so calmly in both languages, and the desk is alarmed, until a hand is on it', async ({
  browser,
  hub,
}) => {
  test.setTimeout(180_000);
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub, { locale: 'en-GB' });
  // Open, and nobody at it: that is no watch.
  await using desk = await moderatorAt(browser, hub);
  for (const { page } of [ada, bob]) await enterChannel(page, 'guangxi');
  const told = ada.page.getByRole('status').filter({ hasText: '无人值守模式' });
  const toldInEnglish = bob.page.getByRole('status').filter({ hasText: 'Unattended: no moderator is here' });
  await expect(told).toBeVisible({ timeout: 90_000 });
  await expect(toldInEnglish).toBeVisible();
  const alarm = desk.page.getByRole('alert').filter({ hasText: '没有审核员值班' });
  await expect(alarm).toBeVisible(alarmed);

  await desk.page.keyboard.press('Shift');
  for (const gone of [told, toldInEnglish, alarm]) await expect(gone).toHaveCount(0, soon);
});
