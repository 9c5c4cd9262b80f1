import type { Page } from '@playwright/test';
import { twoSourcesOn } from './arrange/doubles.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { playedSeconds } from './room.js';

/** An hour at which the programme has nothing: what a journey plans is all there is. */
const test = journeysOn({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });
test.describe.configure({ lock: busy });

/** A picture may stand so long; beside others a machine takes its time, hence three times what is promised. */
const mostFrozenMs = 15_000;
const source = (page: Page, number: number) => page.getByRole('button', { name: new RegExp(`^源 ${number} ·`) });

/** Notes from now on how long the picture stood at most: the element is one and the same through all sources. */
async function watchPicture(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const watch = { at: performance.now(), time: -1, most: 0 };
    Object.assign(window, { pictureWatch: watch });
    setInterval(() => {
      const time = document.querySelector('video')?.currentTime ?? -1;
      const now = performance.now();
      if (time !== watch.time) Object.assign(watch, { time, at: now });
      watch.most = Math.max(watch.most, now - watch.at);
    }, 50);
  });
  return () => page.evaluate(() => (window as unknown as { pictureWatch: { most: number } }).pictureWatch.most);
}

async function plays(page: Page): Promise<void> {
  await expect.poll(() => playedSeconds(page), { timeout: 60_000 }).toBeGreaterThan(0);
  const before = await playedSeconds(page);
  await expect.poll(() => playedSeconds(page), { timeout: 20_000 }).not.toBe(before);
}

for (const [channel, behaviour, words] of [
  ['beijing', 'gone', 'is gone'],
  ['hebei', 'stall', 'moves no more'],
  ['shanxi', 'html', 'answers with a page'],
  ['liaoning', 'expired', 'wants another signature'],
  ['jilin', 'lost-segments', 'loses its segments'],
  ['jiangsu', 'slow', 'is slower than it plays'],
] as const) {
  test(`when the better source ${words} the other plays before anybody waits five seconds`, async ({ browser, hub }) => {
    test.setTimeout(180_000);
    const sources = await twoSourcesOn(hub.address, channel);
    await using ada = await somebody(browser, hub);
    await ada.page.goto(`/channels/${channel}`);
    await plays(ada.page);
    await expect(source(ada.page, 1)).toHaveAttribute('aria-pressed', 'true');
    const frozenMs = await watchPicture(ada.page);
    await sources.tell(behaviour);
    await expect(source(ada.page, 2)).toHaveAttribute('aria-pressed', 'true', { timeout: 60_000 });
    await plays(ada.page);
    expect(await frozenMs()).toBeLessThan(mostFrozenMs);
  });
}
