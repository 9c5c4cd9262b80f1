import { devices, type Page } from '@playwright/test';
import { busy, expect, somebody, test } from './arrange/journey.js';
import { openChannel, playedSeconds } from './room.js';

test.describe.configure({ lock: busy });

/** A channel that is always on, with a spare source; and one whose stream has captions. */
const channel = 'tide';
const captioned = 'deep-space';
const sideways = { ...devices['Pixel 7 landscape'], viewport: { width: 844, height: 390 } };

const player = (page: Page) => page.getByRole('region', { name: /播放器$/ });
const source = (page: Page, number: number) => page.getByRole('button', { name: new RegExp(`^源 ${number} ·`) });

async function opened(page: Page, slug = channel): Promise<void> {
  await page.goto(`/channels/${slug}`);
  await plays(page);
}

/** The picture moves: that alone is playing, whatever a button says. */
async function plays(page: Page): Promise<void> {
  const before = await expect
    .poll(() => playedSeconds(page), { timeout: 20_000 })
    .toBeGreaterThan(0)
    .then(() => playedSeconds(page));
  await expect.poll(() => playedSeconds(page), { timeout: 20_000 }).not.toBe(before);
}

const videoState = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => ({ paused: video.paused, muted: video.muted, height: video.videoHeight }));

/** The bar goes when nobody moves: a hand on the mouse brings it back. */
async function reach(page: Page): Promise<void> {
  await player(page).hover({ position: { x: 200, y: 120 } });
}

test('it plays muted by itself, and a tap on the words brings the sound, which is kept for the next channel', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await opened(ada.page);
  expect(await videoState(ada.page)).toMatchObject({ paused: false, muted: true });
  await ada.page.getByRole('button', { name: '点按取消静音' }).click();
  expect(await videoState(ada.page)).toMatchObject({ muted: false });
  await expect(ada.page.getByRole('button', { name: '点按取消静音' })).toBeHidden();
  expect(await ada.page.evaluate(() => JSON.parse(localStorage.getItem('yunhui.player') ?? '{}').sound)).toBe(true);
});

test('a source is chosen by hand, and the choice is shown', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await opened(ada.page);
  await expect(source(ada.page, 1)).toHaveAttribute('aria-pressed', 'true');
  const spare = ada.page.waitForRequest(/\/demo\/spare\/tide\//);
  await source(ada.page, 2).click();
  await spare;
  await expect(source(ada.page, 2)).toHaveAttribute('aria-pressed', 'true');
  await plays(ada.page);
  await expect.poll(async () => (await videoState(ada.page)).height).toBe(240);
});

test('when a source breaks off the next one plays, with a word meanwhile and a line afterwards', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await opened(ada.page);
  await ada.page.route(/\/demo\/(hls\/tide|clips\/tide\/[^/]+\/360p)\//, (route) => route.abort());
  await ada.page.route(/\/demo\/clips\/tide\/[^/]+\/240p\//, async (route) => {
    // The broken source is gone in every size; the spare one, which has the smallest too, is not.
    if ((await source(ada.page, 1).getAttribute('aria-pressed')) === 'true') await route.abort();
    else await route.continue();
  });
  await expect(source(ada.page, 2)).toHaveAttribute('aria-pressed', 'true', { timeout: 60_000 });
  await plays(ada.page);
  await expect(ada.page.getByText(/^\d\d:\d\d 源 1 中断 \d+ 秒，已自动换源并恢复$/)).toBeVisible();
});

test('when every source is gone it says so and what happens next, and comes back by itself', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await ada.page.route(/\/demo\/(hls|spare|clips)\//, (route) => route.abort());
  await ada.page.goto(`/channels/${channel}`);
  await expect(player(ada.page).getByRole('heading', { name: '信号中断，正在换源' })).toBeVisible({ timeout: 15_000 });
  await expect(player(ada.page).getByRole('button', { name: '现在重试' })).toBeVisible();
  await ada.page.unroute(/\/demo\/(hls|spare|clips)\//);
  await plays(ada.page);
  await expect(player(ada.page).getByRole('heading')).toHaveCount(0);
});

test('sound alone shows no picture and goes on sounding; low data takes the smallest picture and is remembered', async ({
  browser,
  hub,
}) => {
  await using ada = await somebody(browser, hub);
  await opened(ada.page);
  await ada.page.getByRole('button', { name: '只听声音' }).click();
  await expect(player(ada.page).getByText('正在只听声音，画面已停')).toBeVisible();
  await plays(ada.page);
  await expect(ada.page.locator('video')).toHaveCSS('visibility', 'hidden');
  await ada.page.getByRole('button', { name: '只听声音' }).click();
  await expect(ada.page.locator('video')).toHaveCSS('visibility', 'visible');

  await ada.page.getByRole('button', { name: '省流' }).click();
  await expect.poll(async () => (await videoState(ada.page)).height, { timeout: 30_000 }).toBe(240);
  await ada.page.reload();
  await plays(ada.page);
  expect((await videoState(ada.page)).height).toBe(240);
  await expect(ada.page.getByRole('button', { name: '省流' })).toHaveAttribute('aria-pressed', 'true');
});

test('after a pause one is behind, and comes back to live by one button', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await opened(ada.page);
  await reach(ada.page);
  await player(ada.page).getByRole('button', { name: '暂停' }).click();
  expect(await videoState(ada.page)).toMatchObject({ paused: true });
  const back = player(ada.page).getByRole('button', { name: '回到直播' });
  await expect(back).toBeVisible({ timeout: 30_000 });
  await back.click();
  await player(ada.page).getByRole('button', { name: '播放', exact: true }).click();
  await plays(ada.page);
  await expect(back).toBeHidden();
});

test('captions come in two languages, by the button, the key and the settings', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await opened(ada.page, captioned);
  const shown = () =>
    ada.page.locator('video').evaluate((video: HTMLVideoElement) => {
      const track = [...video.textTracks].find(({ mode }) => mode === 'showing');
      return track && { language: track.language, now: [...(track.activeCues ?? [])].map((cue) => (cue as VTTCue).text).join('') };
    });
  expect(await shown()).toBeUndefined();
  await reach(ada.page);
  await player(ada.page).getByRole('switch', { name: '字幕' }).click();
  await expect.poll(async () => (await shown())?.now, { timeout: 20_000 }).toMatch(/行星|太阳系|轨道|地球|最里面|往外/);

  await player(ada.page).getByRole('button', { name: '播放设置' }).click();
  await ada.page.getByRole('dialog').getByLabel('English').check();
  await ada.page.keyboard.press('Escape');
  await expect.poll(async () => (await shown())?.now, { timeout: 20_000 }).toMatch(/planets|innermost|Farther|Mercury|Earth|orbit/);
  await ada.page.keyboard.press('c');
  await expect.poll(shown).toBeUndefined();
});

test('keys do what they say, not while one types, and not when they are turned off', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await opened(ada.page);
  await ada.page.keyboard.press('k');
  await expect.poll(async () => (await videoState(ada.page)).paused).toBe(true);
  await ada.page.keyboard.press('k');
  await expect.poll(async () => (await videoState(ada.page)).paused).toBe(false);
  await ada.page.getByLabel('你的名字').fill('');
  await ada.page.getByLabel('你的名字').pressSequentially('kmf');
  expect(await videoState(ada.page)).toMatchObject({ paused: false, muted: true });

  await reach(ada.page);
  await player(ada.page).getByRole('button', { name: '播放设置' }).click();
  await ada.page.getByRole('dialog').getByLabel('使用单键快捷键').uncheck();
  await ada.page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await ada.page.keyboard.press('m');
  expect(await videoState(ada.page)).toMatchObject({ muted: true });
});

test('the picture goes on in the corner with the same element, back on the page, and is gone when closed', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await openChannel(ada.page, channel);
  await plays(ada.page);
  await ada.page.locator('video').evaluate((video) => video.setAttribute('data-same', 'yes'));
  await ada.page.getByRole('link', { name: '大厅', exact: true }).click();
  const corner = ada.page.getByRole('complementary', { name: '小窗播放' });
  await expect(corner.locator('video[data-same]')).toBeVisible();
  await plays(ada.page);
  expect((await videoState(ada.page)).paused).toBe(false);

  await corner.getByRole('link', { name: /^回到频道/ }).click();
  await expect(ada.page).toHaveURL(new RegExp(`/channels/${channel}$`));
  await expect(player(ada.page).locator('video[data-same]')).toBeVisible();
  await plays(ada.page);

  await ada.page.getByRole('link', { name: '大厅', exact: true }).click();
  await corner.getByRole('button', { name: '关闭小窗' }).click();
  await expect(ada.page.locator('video')).toHaveCount(0);
});

test('another channel takes the player: one plays at a time, and nothing of the other is loaded any more', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await openChannel(ada.page, channel);
  await plays(ada.page);
  await ada.page.getByRole('link', { name: '大厅', exact: true }).click();
  await ada.page.locator('[data-slug="microscope"]').first().getByRole('link').click();
  await plays(ada.page);
  await expect(ada.page.locator('video')).toHaveCount(1);
  const asked: string[] = [];
  ada.page.on('request', (request) => asked.push(request.url()));
  await ada.page.waitForTimeout(6_000);
  expect(asked.some((url) => url.includes('/plankton/'))).toBe(true);
  expect(asked.filter((url) => /\/demo\/(hls|spare|clips)\/tide\//.test(url))).toEqual([]);
});

test('picture in picture is offered where the browser has it', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await opened(ada.page);
  await reach(ada.page);
  const offered = await ada.page.evaluate(() => document.pictureInPictureEnabled);
  await expect(player(ada.page).getByRole('button', { name: '画中画' })).toBeVisible({ visible: offered });
});

test.describe('on a phone', () => {
  test('upright, the player takes at most two fifths and everything fits', async ({ browser, hub }) => {
    await using ada = await somebody(browser, hub, devices['Pixel 7']);
    await opened(ada.page);
    const [frame, height] = await Promise.all([player(ada.page).boundingBox(), ada.page.evaluate(() => innerHeight)]);
    expect(frame?.height).toBeLessThanOrEqual(height * 0.4 + 1);
    for (const name of ['聊天', '节目', '简介']) await expect(ada.page.getByRole('tab', { name, exact: true })).toBeVisible();
    expect(await ada.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await ada.page.locator('video').evaluate((video) => video.getAttribute('x5-video-player-type'))).toBe('h5');
  });

  test('on its side, the picture has it all, and the chat comes when asked for', async ({ browser, hub }) => {
    await using ada = await somebody(browser, hub, sideways);
    await opened(ada.page);
    const whole = await player(ada.page).boundingBox();
    expect(whole).toMatchObject({ x: 0, y: 0, width: 844, height: 390 });
    await expect(ada.page.getByRole('log')).toBeHidden();
    await ada.page.getByRole('button', { name: '展开聊天' }).tap();
    await expect(ada.page.getByRole('log')).toBeVisible();
    expect((await player(ada.page).boundingBox())?.width).toBeLessThan(600);
    await plays(ada.page);
  });
});
