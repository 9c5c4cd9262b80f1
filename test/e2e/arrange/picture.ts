import { expect, type Page } from '@playwright/test';
import { playedSeconds } from '../room.js';

/** The button of a source in the strip, by its number. */
export const source = (page: Page, number: number) => page.getByRole('button', { name: new RegExp(`^源 ${number} ·`) });

/** Waits until the picture is there and moves. */
export async function plays(page: Page): Promise<void> {
  await expect.poll(() => playedSeconds(page), { timeout: 60_000 }).toBeGreaterThan(0);
  const before = await playedSeconds(page);
  await expect.poll(() => playedSeconds(page), { timeout: 20_000 }).not.toBe(before);
}

/** Notes from now on how long the picture stood at most: the element is one and the same through all sources. */
export async function watchPicture(page: Page): Promise<() => Promise<number>> {
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
