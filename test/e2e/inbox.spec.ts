import { aFiler, filingDay, onSite } from '../harness/filer.js';
import { signedIn } from '../harness/signed-in.js';
import { enterAs } from './arrange/desk.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';

const test = journeysOn({ CLOCK_AT: filingDay });
test.setTimeout(120_000);

test('a host is told at once that a filing came back, on whatever page, and reads it there', async ({ browser, hub }) => {
  const filing = await (await aFiler(hub.address)).submit('gx-nature-museum', { ...onSite, title: '装起一具骨架' });
  await using host = await somebody(browser, hub, { viewport: { width: 360, height: 740 } });
  const { page } = host;
  await enterAs(page, 'host');
  await page.goto('/');
  await expect(page.getByText(/条未读消息/)).toHaveCount(0);

  const reviewer = await signedIn(hub.address, 'province');
  const reasons = [{ field: 'audience', code: 'incomplete' }];
  expect((await reviewer.post(`reviews/${filing.id}/return`, { version: filing.version, reasons })).status).toBe(200);
  await expect(page.getByText(/有 \d+ 条未读消息/)).toBeAttached({ timeout: 5_000 });
  await page.getByRole('button', { name: '账号与设置' }).click();
  await page.getByRole('link', { name: '消息', exact: true }).click();
  // On a busy machine one of the demo's links may not play for a moment, which its host is told of too.
  const notice = page.getByRole('listitem').filter({ hasText: '填报退回了，请按意见修改' });
  await expect(notice.getByText('未读', { exact: true })).toBeVisible();
  await expect(page.getByText(/条未读消息/)).toHaveCount(0);
  expect(await accessible(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.getByRole('link', { name: '装起一具骨架' }).click();
  await expect(page.getByRole('heading', { name: '退回了' }).or(page.getByText('没有填全'))).toBeVisible();
  await page.goto('/inbox');
  await expect(notice).toBeVisible();
  await expect(notice.getByText('未读', { exact: true })).toHaveCount(0);
});
