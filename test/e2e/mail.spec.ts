import type { Page } from '@playwright/test';
import { aFiler, filingDay, onSite } from '../harness/filer.js';
import { signedIn } from '../harness/signed-in.js';
import { enterAs } from './arrange/desk.js';
import { expect, somebody } from './arrange/journey.js';
import { journeysWithMail } from './arrange/mailboxes.js';
import { accessible } from './arrange/page-checks.js';

const test = journeysWithMail({ CLOCK_AT: filingDay });
test.setTimeout(120_000);

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
/** A worker looks each second. */
const soon = { timeout: 20_000 };

const isWell = async (page: Page) => {
  expect(await accessible(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
};
/** The page a letter leads to, as a path of this hub. */
const pathIn = (text: string, page: string): string => new RegExp(`/mail/${page}#[\\w-]{43}`).exec(text)?.[0] ?? '';

test('a host has notices mailed, reads one, and ends it', async ({ browser, hub, mailboxes: { letters } }) => {
  await using host = await somebody(browser, hub, phone);
  const { page } = host;
  await enterAs(page, 'host');
  await page.goto('/inbox');
  await page.getByLabel('邮箱', { exact: true }).fill('host@example.org');
  await isWell(page);
  await page.getByRole('button', { name: '发确认信' }).click();
  await expect(page.getByText(/确认信已发出，24 小时内/)).toBeVisible();
  await expect.poll(() => letters.map(({ subject }) => subject), soon).toEqual(['请确认你的邮箱']);

  await page.goto(pathIn(letters[0]?.text ?? '', 'confirm'));
  await isWell(page);
  await page.getByRole('button', { name: '确认这个邮箱' }).click();
  await expect(page.getByText('h…@example.org 已确认')).toBeVisible();
  await page.getByRole('link', { name: '去消息页' }).click();
  await expect(page.getByText('已确认，消息会同时发到这里')).toBeVisible();
  await page.getByLabel('填报通过了，半分钟后发布').uncheck();
  await expect(page.getByLabel('填报通过了，半分钟后发布')).not.toBeChecked();
  await isWell(page);

  const filing = await (await aFiler(hub.address)).submit('gx-nature-museum', { ...onSite, title: '装起一具骨架' });
  const reviewer = await signedIn(hub.address, 'province');
  const reasons = [{ field: 'audience', code: 'incomplete' }];
  expect((await reviewer.post(`reviews/${filing.id}/return`, { version: filing.version, reasons })).status).toBe(200);
  await expect.poll(() => letters.at(-1)?.subject, soon).toBe('填报退回了，请按意见修改：装起一具骨架');

  await page.goto(pathIn(letters.at(-1)?.text ?? '', 'end'));
  await isWell(page);
  await page.getByRole('button', { name: '不再接收' }).click();
  await expect(page.getByText('不会再发邮件了')).toBeVisible();
  await page.getByRole('link', { name: '去消息页' }).click();
  await expect(page.getByLabel('填报退回了，请按意见修改')).not.toBeChecked();
});

test('whoever keeps the hub sees whether mail arrives, and not whom it is for', async ({ browser, hub, mailboxes: { letters } }) => {
  const host = await signedIn(hub.address, 'host');
  const before = letters.length;
  await host.put('me/mail/address', { address: 'somebody@example.org', language: 'zh-CN' });
  await expect.poll(() => letters.length, soon).toBeGreaterThan(before);
  await using operator = await somebody(browser, hub, phone);
  const { page } = operator;
  await enterAs(page, 'operator');
  await page.goto('/desk/mail');
  await expect(page.getByText('没有送不到的邮件。')).toBeVisible();
  await page.getByRole('radio', { name: '全部' }).check({ force: true });
  await expect(page.getByText('s…@example.org').first()).toBeVisible();
  await expect(page.getByText('已送到').first()).toBeVisible(soon);
  await isWell(page);
});
