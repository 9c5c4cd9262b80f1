import { aModerator } from './arrange/moderator.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { enterChannel, introduceAs } from './room.js';

/** In Asia/Shanghai, as the hub's settings write it. */
const clockOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);
const now = Date.now();
/** A night that began an hour ago, and in which nobody comes for a minute. */
const test = journeysOn({
  DUTY_PLAN: 'on',
  UNATTENDED_AFTER_MINUTES: '1',
  UNATTENDED_NIGHT: `${clockOf(now - 3_600_000)}-${clockOf(now + 3_600_000)}`,
});

test('by night a room that nobody looks after takes emoji only, until somebody is on duty', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  await enterChannel(page, 'guangxi');
  await introduceAs(page, '夜猫子');
  const told = page.getByRole('status').filter({ hasText: '无人值守模式' });
  await expect(told).toBeVisible({ timeout: 90_000 });
  await expect(told).toContainText('现在只发表情');
  const field = page.getByRole('textbox', { name: '说点什么' });
  await field.fill('晚上好');
  await expect(page.getByText('现在只发表情，把文字去掉再发。')).toBeVisible();
  await expect(page.getByRole('button', { name: '发送', exact: true })).toBeDisabled();

  const moderator = await aModerator(hub.address);
  await moderator.beOnDuty('CN');
  await expect(told).toHaveCount(0, { timeout: 3_000 });
  await expect(page.getByRole('button', { name: '发送', exact: true })).toBeEnabled();
});
