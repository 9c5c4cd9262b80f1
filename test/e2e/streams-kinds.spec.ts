import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { plays } from './arrange/picture.js';
import { anOperator, liveLink } from './arrange/planned.js';

/** An hour at which the programme has nothing: what a journey plans is all there is. */
const test = journeysOn({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });
test.describe.configure({ lock: busy });
const anHour = { inMs: 2_000, lastsMs: 3_600_000 };

test('a playlist with parts plays a few seconds behind live, one without three segments, and neither keeps what was played', async ({
  browser,
  hub,
}) => {
  test.setTimeout(240_000);
  const operator = await anOperator(hub.address);
  await operator.plan('beijing', anHour, [liveLink('/demo/parts/tide/master.m3u8')]);
  await operator.plan('hebei', anHour, [liveLink('/demo/double/whole/tide/master.m3u8')]);
  for (const channel of ['beijing', 'hebei']) {
    await using ada = await somebody(browser, hub);
    const { page } = ada;
    await page.goto(`/channels/${channel}`);
    await plays(page);
    await page.waitForTimeout(45_000);
    const player = page.getByRole('region', { name: /播放器$/ });
    const delayS = async () => Number(/延迟 (\d+) 秒/.exec((await player.getByText(/直播 · 延迟 \d+ 秒/).textContent()) ?? '')?.[1]);
    // What a busy machine has held up is caught up with, a little faster than it is said.
    if (channel === 'beijing') await expect.poll(delayS, { timeout: 60_000, intervals: [1_000] }).toBeLessThanOrEqual(5);
    else expect(await delayS()).toBeGreaterThanOrEqual(8);
    const bufferedS = await page
      .locator('video')
      .evaluate(({ buffered }: HTMLVideoElement) => buffered.end(buffered.length - 1) - buffered.start(0));
    expect(bufferedS).toBeLessThan(60);
    await player.hover();
    await player.getByRole('button', { name: '播放设置' }).click();
    await page.getByRole('dialog').getByText('播放数据').click();
    const build = page.getByRole('dialog').getByText(/^hls\.js /);
    await expect(build).toHaveText(channel === 'beijing' ? /低延迟$/ : /light$/);
  }
});

test('a source with sounds of its own plays with the full build alone, and has a menu of them', async ({ browser, hub }) => {
  test.setTimeout(120_000);
  await (await anOperator(hub.address)).plan('shanxi', anHour, [liveLink('/demo/sounds/tide/master.m3u8')]);
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/channels/shanxi');
  await plays(page);
  expect(asked.some((url) => url.includes('/sound-tide/'))).toBe(true);
  expect(asked.some((url) => url.includes('/sound-aurora/'))).toBe(false);

  const player = page.getByRole('region', { name: /播放器$/ });
  await player.hover();
  await player.getByRole('button', { name: '播放设置' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('radio', { name: '现场声' })).toBeChecked();
  await sheet.getByRole('radio', { name: 'Chord' }).check();
  await expect.poll(() => asked.some((url) => /\/sound-aurora\/\d+\.m4s/.test(url)), { timeout: 20_000 }).toBe(true);
  await sheet.getByText('播放数据').click();
  await expect(sheet.getByText(/^hls\.js .* full$/)).toBeVisible();
  await plays(page);
});
