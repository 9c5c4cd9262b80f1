import type { CDPSession, Page } from '@playwright/test';
import { believing, journeysBesideDoubles } from './arrange/elsewhere.js';
import { busy, expect, somebody } from './arrange/journey.js';
import { plays } from './arrange/picture.js';
import { anOperator, liveLink } from './arrange/planned.js';
import { playedSeconds } from './room.js';

/** An hour at which the programme has nothing: what a journey plans is all there is. */
const test = journeysBesideDoubles({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });
test.describe.configure({ lock: busy });

/** Two hours take nine minutes: within the whole run of the tests it is half an hour of live, and all of it where journeys are asked for by name. */
const isFull = process.env['E2E_SIZE'] === 'full';
const livesS = isFull ? 7_200 : 1_800;
/** Chromium plays no faster than 16 times, and who catches up plays 1.04 times as fast again. */
const times = 15;
/** What has to be loaded once is, and whatever keeps the last half minute is full. */
const settledAfterS = isFull ? 900 : 600;
const looks = 8;

/**
 * What is sped up, all by the same: the source's clock, the rate at which the element plays, and of the page its stopwatch
 * and its timers up to 20 s, by which hls.js asks for playlists and we look at the picture. Longer timers and the clock of
 * the wall stay: by them the hub's connection is kept.
 */
async function goFaster(page: Page): Promise<void> {
  await page.addInitScript((speed) => {
    const realNow = performance.now.bind(performance);
    performance.now = () => realNow() * speed;
    const shortened = (ms = 0): number => (ms > 20_000 ? ms : ms / speed);
    for (const name of ['setTimeout', 'setInterval'] as const) {
      const real = window[name].bind(window) as (handler: TimerHandler, ms?: number, ...rest: unknown[]) => number;
      Object.assign(window, { [name]: (handler: TimerHandler, ms?: number, ...rest: unknown[]) => real(handler, shortened(ms), ...rest) });
    }
    const rate = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'playbackRate');
    Object.defineProperty(HTMLMediaElement.prototype, 'playbackRate', {
      get() {
        return Number(rate?.get?.call(this)) / speed;
      },
      set(wanted: number) {
        rate?.set?.call(this, wanted * speed);
      },
    });
  }, times);
}

type Weight = { playedS: number; frames: number; heapMB: number; nodes: number; listeners: number; keptS: number };

/** What the page weighs when all that may be forgotten is. */
async function weigh(page: Page, inspector: CDPSession): Promise<Weight> {
  for (let pass = 0; pass < 2; pass += 1) await inspector.send('HeapProfiler.collectGarbage');
  const { metrics } = await inspector.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  const { usedSize, backingStorageSize = 0 } = (await inspector.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  const picture = await page.locator('video').evaluate((video: HTMLVideoElement) => {
    const { buffered } = video;
    // What lies ahead is as long as one is behind live, on a machine that cannot play so fast; what was played is to be let go.
    let keptS = 0;
    for (let at = 0; at < buffered.length; at += 1)
      keptS += Math.max(0, Math.min(buffered.end(at), video.currentTime) - buffered.start(at));
    return { playedS: video.currentTime, frames: video.getVideoPlaybackQuality().totalVideoFrames, keptS };
  });
  return {
    ...picture,
    heapMB: (usedSize + backingStorageSize) / 1024 ** 2,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

const most = (weights: readonly Weight[], of: Exclude<keyof Weight, 'playedS' | 'frames'>): number =>
  Math.max(...weights.map((weight) => weight[of]));

test(`${livesS / 3_600} hours of live in a tab, ${times} times as fast, weigh no more at their end than when all was loaded`, async ({
  browser,
  hub,
  doubles,
}) => {
  test.setTimeout(840_000);
  await (await anOperator(hub.address)).plan('beijing', { inMs: 2_000, lastsMs: 3_600_000 }, [liveLink(doubles.playlist('long'))]);
  await using ada = await somebody(browser, hub, believing);
  const { page } = ada;
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable');
  await goFaster(page);
  doubles.goFaster(times);
  await page.goto('/channels/beijing');
  await plays(page);
  await page.locator('video').evaluate((element: HTMLVideoElement) => void (element.playbackRate = 1));
  const begun = await playedSeconds(page);

  const weights: Weight[] = [];
  for (let look = 0; look < looks; look += 1) {
    const atS = settledAfterS + ((livesS - settledAfterS) * look) / (looks - 1);
    await expect.poll(() => playedSeconds(page), { timeout: 600_000, intervals: [1_000] }).toBeGreaterThanOrEqual(begun + atS);
    weights.push(await weigh(page, inspector));
  }
  test.info().annotations.push({ type: 'weights', description: JSON.stringify(weights) });
  const [first, second] = [weights.slice(0, looks / 2), weights.slice(looks / 2)];
  expect(most(second, 'heapMB')).toBeLessThan(most(first, 'heapMB') * 1.1 + 2);
  expect(most(second, 'nodes')).toBeLessThan(most(first, 'nodes') * 1.1 + 200);
  expect(most(second, 'listeners')).toBeLessThan(most(first, 'listeners') * 1.1 + 50);
  expect(most(weights, 'keptS')).toBeLessThan(60);
  // It was really played, not skipped: 24 pictures a second, but for what a slow machine jumped over.
  expect(weights.at(-1)?.frames).toBeGreaterThan(0.8 * 24 * livesS);
});
