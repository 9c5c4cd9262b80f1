import type { HostedSessions } from '@yunhui/contracts';
import { signInAt } from './arrange/desk.js';
import { expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible } from './arrange/page-checks.js';
import { anOperator, liveLink } from './arrange/planned.js';

/** An hour at which the programme has nothing: what a journey plans is all that is on. */
const test = journeysOn({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });

const phone = { viewport: { width: 360, height: 740 } };
const address = '/demo/double/described/tide/master.m3u8';
const hourMs = 3_600_000;
const minuteMs = 60_000;

/** As a field of date and time has it, by Shanghai's clock. */
const fieldOf = (at: number): string => new Date(at + 8 * hourMs).toISOString().slice(0, 16);

test('a host says what is spoken on a link and when it may be tried, is told what makes no sense, and takes it back', async ({
  browser,
  hub,
}) => {
  test.setTimeout(120_000);
  const operator = await anOperator(hub.address);
  await operator.plan('hengzhou', { inMs: 2 * hourMs, lastsMs: hourMs }, [liveLink(address)]);
  const planned = async () => {
    const { items } = await operator.read<HostedSessions>('/api/v1/host/sessions?channel=hengzhou&day=2026-09-17');
    const found = items.find(({ links }) => links.some(({ url }) => url === address));
    if (!found) throw new Error('what was planned is not there');
    return found;
  };
  const { startsAt, links } = await planned();
  const start = Date.parse(startsAt);

  await using host = await somebody(browser, hub, phone);
  const { page } = host;
  await signInAt(page, 'host');
  await page.goto('/host');
  const session = page.getByRole('article').filter({ hasText: address });
  await session.getByRole('button', { name: '语言和时间' }).click();
  const sheet = page.getByRole('dialog', { name: '直播源 1 的语言和时间' });
  const [from, to] = [sheet.getByLabel(/^从何时起可用/), sheet.getByLabel(/^到何时为止/)];
  const save = sheet.getByRole('button', { name: '保存' });
  await sheet.getByLabel('说的语言').selectOption({ label: '壮语' });

  await to.fill(fieldOf(start - hourMs));
  await expect(sheet.getByText(/^这时场次还没开始/)).toBeVisible();
  await expect(save).toBeDisabled();
  await to.fill('');
  await from.fill(fieldOf(start + hourMs + minuteMs)); // the end, to the minute after it
  await expect(sheet.getByText(/^这时场次已经结束/)).toBeVisible();
  await to.fill(fieldOf(start + hourMs / 2));
  await expect(sheet.getByText('结束要晚于开始。')).toBeVisible();
  expect(await accessible(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await from.fill(fieldOf(start));
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(sheet).toHaveCount(0);
  await expect(session.getByText('语言：壮语')).toContainText(/到 .+ 可用$/);
  const [said] = (await planned()).links;
  expect([said?.id, said?.language]).toEqual([links[0]?.id, 'za']);
  expect(fieldOf(Date.parse(said?.validTo ?? ''))).toBe(fieldOf(start + hourMs / 2));

  await page.getByRole('button', { name: '撤销' }).click();
  await expect(session.getByText('语言：壮语')).toHaveCount(0);
  expect((await planned()).links[0]).toEqual(links[0]);
});
