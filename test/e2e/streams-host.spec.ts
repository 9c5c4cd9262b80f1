import type { Page } from '@playwright/test';
import { signInAt } from './arrange/desk.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';
import { plays } from './arrange/picture.js';
import { anOperator, liveLink } from './arrange/planned.js';

/** An hour at which the programme has nothing: what a journey plans is all there is. */
const test = journeysOn({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });
test.describe.configure({ lock: busy });
test.setTimeout(180_000);

const phone = { viewport: { width: 360, height: 740 } };
const double = (key: string) => `/demo/double/${key}/tide/master.m3u8`;
const verdict = (page: Page, words: string) => page.getByRole('heading', { level: 3, name: new RegExp(`^${words}`) });
const check = async (page: Page, address: string) => {
  await page.getByRole('textbox', { name: /^直播地址/ }).fill(address);
  await page.getByRole('button', { name: '检查', exact: true }).first().click();
};
/** What the page's players have asked for last, by the key of the demo's double. */
const playing = (page: Page, key: string) =>
  page.waitForResponse((answer) => answer.url().includes(`/demo/double/${key}/`) && answer.ok(), { timeout: 60_000 });
const isAccessible = async (page: Page) => expect(await accessible(page)).toEqual([]);

test('a host checks what was pasted, and reads what is wrong in plain words', async ({ browser, hub }) => {
  const operator = await anOperator(hub.address);
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  await check(host.page, double('host-good'));
  await expect(verdict(host.page, '能播')).toBeVisible({ timeout: 20_000 });
  await expect(host.page.getByRole('list', { name: '检查步骤' })).toContainText('画面在更新');
  await isAccessible(host.page);

  for (const [behaviour, words] of [
    ['html', '不是播放列表'],
    ['expired', '需要授权'],
    ['stall', '画面停住了'],
  ] as const) {
    await operator.post(`/demo/doubles/host-${behaviour}`, { behaviour });
    await check(host.page, double(`host-${behaviour}`));
    await expect(verdict(host.page, words)).toBeVisible({ timeout: 20_000 });
  }
  expect(await host.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await isAccessible(host.page);
});

test('a source is swapped by keyboard while somebody watches: they follow without a reload, and back by undo', async ({ browser, hub }) => {
  const operator = await anOperator(hub.address);
  await operator.plan('hengzhou', { inMs: 2_000, lastsMs: 600_000 }, [liveLink(double('swap-first'))]);
  await using ada = await somebody(browser, hub);
  await ada.page.goto('/channels/hengzhou');
  await plays(ada.page);
  await ada.page.evaluate(() => Object.assign(globalThis, { isTheSamePage: true }));

  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  const session = host.page.getByRole('article', { name: '一场直播' });
  await expect(session.getByText(double('swap-first'))).toBeVisible();
  await host.page.getByRole('textbox', { name: /^直播地址/ }).focus();
  await host.page.keyboard.type(double('swap-second'));
  await host.page.keyboard.press('Tab');
  await host.page.keyboard.press('Tab');
  await host.page.keyboard.press('Enter');
  await expect(verdict(host.page, '能播')).toBeVisible({ timeout: 20_000 });

  const second = playing(ada.page, 'swap-second');
  await session.getByRole('button', { name: '换成刚检查的' }).focus();
  await host.page.keyboard.press('Enter');
  await second;
  await plays(ada.page);
  await expect(session.getByText('换下来的直播源')).toBeVisible();

  const first = playing(ada.page, 'swap-first');
  await host.page.getByRole('button', { name: '撤销' }).focus();
  await host.page.keyboard.press('Enter');
  await first;
  await plays(ada.page);
  expect(await ada.page.evaluate(() => 'isTheSamePage' in globalThis)).toBe(true);
  await expect(session.getByText(double('swap-first'))).toBeVisible();
});

test('a host says by keyboard that a session has begun, undoes it, and says nothing of one that is far off', async ({ browser, hub }) => {
  const operator = await anOperator(hub.address);
  await operator.plan('hengzhou', { inMs: 700_000, lastsMs: 600_000 }, [liveLink(double('signal-soon'))]);
  await operator.plan('hengzhou', { inMs: 14_400_000, lastsMs: 600_000 }, [liveLink(double('signal-later'))]);
  await using host = await somebody(browser, hub, phone);
  await signInAt(host.page, 'host');
  await host.page.goto('/host');
  const session = (link: string) => host.page.getByRole('article').filter({ hasText: double(link) });
  const [soon, later] = [session('signal-soon'), session('signal-later')];
  await expect(later).toBeVisible();
  await expect(later.getByRole('button', { name: '宣布开播' })).toHaveCount(0);

  const begin = soon.getByRole('button', { name: '宣布开播' });
  await begin.focus();
  await host.page.keyboard.press('Enter');
  await expect(soon.getByText('你已宣布开播。')).toBeVisible();
  await expect(begin).toHaveCount(0);
  await host.page.evaluate(() => scrollTo(0, 0)); // what the head hides by half would count as a small target
  await isAccessible(host.page);
  await host.page.getByRole('button', { name: '撤销' }).focus();
  await host.page.keyboard.press('Enter');
  await expect(begin).toBeVisible();

  await soon.getByRole('button', { name: '宣布结束' }).click();
  await expect(soon.getByText('你已宣布结束。')).toBeVisible();
  await soon.getByRole('button', { name: '收回' }).click();
  await expect(soon.getByText('你已宣布结束。')).toHaveCount(0);
  await expect(begin).toBeVisible();
});
