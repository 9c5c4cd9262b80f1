import type { Page } from '@playwright/test';
import { believing, journeysBesideDoubles } from './arrange/elsewhere.js';
import { busy, expect, somebody } from './arrange/journey.js';
import { plays, source, watchPicture } from './arrange/picture.js';
import { anOperator, liveLink } from './arrange/planned.js';
import { playedSeconds } from './room.js';

/** An hour at which the programme has nothing: what a journey plans is all there is. */
const test = journeysBesideDoubles({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });
test.describe.configure({ lock: busy });

/** Three times what is promised, beside others. */
const mostFrozenMs = 15_000;
const anHour = { inMs: 2_000, lastsMs: 3_600_000 };
const own = (key: string) => liveLink(`/demo/double/${key}/tide/master.m3u8`);
const video = (page: Page) => page.locator('video');
const player = (page: Page) => page.getByRole('region', { name: /播放器$/ });

/** How far behind live the player says that it is. */
async function delayS(page: Page): Promise<number> {
  const words = await player(page)
    .getByText(/直播 · 延迟 \d+ 秒/)
    .textContent({ timeout: 20_000 });
  return Number(/延迟 (\d+) 秒/.exec(words ?? '')?.[1]);
}

test('a source of another origin that loses CORS gives way before anybody waits five seconds', async ({ browser, hub, doubles }) => {
  test.setTimeout(180_000);
  const operator = await anOperator(hub.address);
  await operator.plan('beijing', anHour, [liveLink(doubles.playlist('closing')), liveLink(doubles.playlist('open'))]);
  await using ada = await somebody(browser, hub, believing);
  await ada.page.goto('/channels/beijing');
  await plays(ada.page);
  await expect(source(ada.page, 1)).toHaveAttribute('aria-pressed', 'true');
  const frozenMs = await watchPicture(ada.page);
  doubles.command('closing', 'no-cors');
  await expect(source(ada.page, 2)).toHaveAttribute('aria-pressed', 'true', { timeout: 60_000 });
  await plays(ada.page);
  expect(await frozenMs()).toBeLessThan(mostFrozenMs);
});

test('a network that is off for 20 s and back: a word meanwhile, and then it plays on where live is, from the same source', async ({
  browser,
  hub,
}) => {
  test.setTimeout(180_000);
  await (await anOperator(hub.address)).plan('hebei', anHour, [own('line'), own('line-spare')]);
  await using ada = await somebody(browser, hub);
  const { page, network } = ada;
  await page.goto('/channels/hebei');
  await plays(page);
  const before = await delayS(page);

  await page.context().setOffline(true);
  network.cut();
  const off = Date.now();
  // What lies ahead of the picture plays on; then nothing stands without a word.
  await expect(
    player(page)
      .getByText(/正在缓冲|正在连接|没连上/)
      .first(),
  ).toBeVisible({ timeout: 20_000 });
  await page.waitForTimeout(Math.max(0, 20_000 - (Date.now() - off)));
  network.restore();
  await page.context().setOffline(false);

  await plays(page);
  await expect(player(page).getByRole('heading', { name: '没连上' })).toBeHidden();
  await expect(source(page, 1)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => delayS(page), { timeout: 30_000 }).toBeLessThanOrEqual(before + 6);
  await expect(page.getByText(/源 1 中断 \d+ 秒，已恢复/)).toBeVisible();
});

test('at the border of two sessions the other source plays in the same page', async ({ browser, hub }) => {
  test.setTimeout(180_000);
  const operator = await anOperator(hub.address);
  const lastsMs = 45_000;
  await operator.plan('shanxi', { inMs: 2_000, lastsMs }, [own('first-session')]);
  await operator.plan('shanxi', { inMs: 2_000 + lastsMs + 500, lastsMs: 3_600_000 }, [own('second-session')]);
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/channels/shanxi');
  await plays(page);
  expect(asked.some((url) => url.includes('second-session'))).toBe(false);
  const frozenMs = await watchPicture(page);
  await video(page).evaluate((element) => element.setAttribute('data-same', ''));

  await expect.poll(() => asked.some((url) => /second-session.*\.m4s/.test(url)), { timeout: 90_000 }).toBe(true);
  await page.waitForTimeout(3_000);
  const firsts = asked.filter((url) => url.includes('first-session')).length;
  await plays(page);
  await page.waitForTimeout(6_000);
  expect(asked.filter((url) => url.includes('first-session')).length).toBe(firsts);
  await expect(video(page)).toHaveAttribute('data-same', '');
  expect(await frozenMs()).toBeLessThan(mostFrozenMs);
});

test('who falls a little behind catches up unnoticed, and who is far behind is offered the way back', async ({ browser, hub }) => {
  test.setTimeout(180_000);
  await (await anOperator(hub.address)).plan('liaoning', anHour, [own('catching-up')]);
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  const rate = () => video(page).evaluate((element: HTMLVideoElement) => element.playbackRate);
  const pausedFor = async (ms: number) => {
    await video(page).evaluate((element: HTMLVideoElement) => element.pause());
    await page.waitForTimeout(ms);
    await video(page).evaluate((element: HTMLVideoElement) => element.play());
  };
  await page.goto('/channels/liaoning');
  await plays(page);
  expect(await rate()).toBe(1);

  await pausedFor(5_000);
  await expect.poll(rate, { timeout: 20_000 }).toBe(1.04);
  const [begun, from] = [Date.now(), await playedSeconds(page)];
  await page.waitForTimeout(15_000);
  // More picture than time has passed: that is how one catches up.
  expect((await playedSeconds(page)) - from).toBeGreaterThan(((Date.now() - begun) / 1_000) * 1.015);

  await pausedFor(14_000);
  const back = player(page).getByRole('button', { name: '回到直播' });
  await expect(back).toBeVisible({ timeout: 20_000 });
  await back.click();
  await expect(back).toBeHidden();
  await plays(page);
  expect(await delayS(page)).toBeLessThanOrEqual(20);
});

test('another source of a recording goes on where the first one was', async ({ browser, hub }) => {
  test.setTimeout(180_000);
  const operator = await anOperator(hub.address);
  for (const key of ['taped', 'taped-too']) await operator.post(`/demo/doubles/${key}`, { behaviour: 'over' });
  const taped = (key: string) => ({ ...own(key), kind: 'hls-vod' as const });
  await operator.plan('jilin', { inMs: 1_000, lastsMs: 2_000 }, [taped('taped'), taped('taped-too')]);
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  await page.waitForTimeout(5_000);
  await page.goto('/channels/jilin');
  await plays(page);
  await expect.poll(() => playedSeconds(page), { timeout: 30_000 }).toBeGreaterThan(7);
  await source(page, 2).click();
  await expect(source(page, 2)).toHaveAttribute('aria-pressed', 'true');
  await page.waitForRequest(/taped-too.*\.m4s/);
  await plays(page);
  expect(await playedSeconds(page)).toBeGreaterThanOrEqual(6);
});
