import type { SpawnedHub } from '../harness/hub.js';
import { expect, somebody, test } from './arrange/journey.js';
import { putAsOperator } from './arrange/operator.js';
import { aHubBefore, aSessionAfterSilence } from './arrange/programme.js';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const session = aSessionAfterSilence();
const minuteMs = 60_000;
const clockIn = (at: number) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

test.describe('a session that was announced', () => {
  let hub: SpawnedHub;
  test.beforeAll(async () => {
    hub = await aHubBefore(session.startsAt, 10 * minuteMs);
  });
  test.afterAll(async () => hub[Symbol.asyncDispose]());

  test('and moved says from when and why, in the schedule and in the lobby, to who has the page open', async ({ browser }) => {
    await using viewer = await somebody(browser, hub, phone);
    await using reader = await somebody(browser, hub, phone);
    const card = viewer.page.locator(`main [data-slug="${session.channel}"]`);
    await viewer.page.goto('/');
    await card.scrollIntoViewIfNeeded();
    const later = { startsAt: session.startsAt + 5 * minuteMs, endsAt: session.endsAt + 5 * minuteMs };
    const slot = { startsAt: new Date(later.startsAt).toISOString(), endsAt: new Date(later.endsAt).toISOString() };
    await putAsOperator(hub.address, `sessions/${session.id}/slot`, { ...slot, reason: '设备调试' });

    await expect(card.getByText(`改到 ${clockIn(later.startsAt)}`)).toBeVisible({ timeout: 15_000 });
    await reader.page.goto('/schedule');
    const row = reader.page.locator(`[data-session="${session.id}"]`);
    await expect(row).toContainText(`改期，原定 ${clockIn(session.startsAt)}：设备调试`);
    await expect(row.getByRole('time')).toHaveText(clockIn(later.startsAt));
  });

  test('and cancelled stays where it was, struck through with its reason; its channel says so instead of a picture', async ({
    browser,
  }) => {
    await using viewer = await somebody(browser, hub, phone);
    const { page } = viewer;
    await page.goto(`/channels/${session.channel}`);
    await expect(page.locator('[data-kind="due"]')).toBeVisible();
    await putAsOperator(hub.address, `sessions/${session.id}/cancellation`, { on: true, reason: '台风' });

    await expect(page.getByRole('heading', { name: '这场已取消' })).toBeVisible({ timeout: 15_000 });
    await expect(page.locator('[data-kind="cancelled"]')).toContainText('台风');
    await page.goto('/schedule');
    const row = page.locator(`[data-session="${session.id}"]`);
    await expect(row.getByText('已取消', { exact: true })).toBeVisible();
    await expect(row).toContainText('已取消：台风');
    await expect(row.getByRole('button', { name: /^预约提醒/ })).toHaveCount(0);
  });
});
