import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { plays } from './arrange/picture.js';

/** An hour at which only what never stops is on. */
const test = journeysOn({ CLOCK_AT: '2026-09-17T02:00:00+08:00', STILLS: 'on' });
test.describe.configure({ lock: busy });
test.skip(spawnSync('ffmpeg', ['-version']).status !== 0, 'no ffmpeg on PATH');

const channel = 'tide';
const streams = /\/demo\/(hls|spare|clips)\//;
/** Taken within a minute of its time, and on the tiles ten seconds later. */
const taken = { timeout: 90_000 };
const stillOf = (page: Page, within: string) => page.locator(`${within} img[data-shown][src^="/api/v1/stills/"]`);

test('a still stands where the picture will be until it is there, and 省流 does without any', async ({ browser, hub }) => {
  test.setTimeout(240_000);
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  const onCard = stillOf(page, `[data-slug="${channel}"]`);
  const inPlayer = stillOf(page, `[data-phase]`);
  await page.goto('/');
  await expect(onCard.first()).toBeAttached(taken);

  // A source that is asked and does not answer: the player connects for as long as it has patience.
  await page.route(streams, () => undefined);
  await page.goto(`/channels/${channel}`);
  await expect(inPlayer).toBeVisible({ timeout: 30_000 });
  await page.unroute(streams);
  await page.reload();
  await plays(page);
  await expect(inPlayer).toHaveCount(0);

  await page.getByRole('button', { name: '省流' }).click();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await expect(page.locator(`[data-slug="${channel}"]`).first()).toBeAttached();
  await page.waitForTimeout(15_000);
  expect(asked.some((url) => url.includes('/lobby'))).toBe(true);
  expect(asked.filter((url) => url.includes('/api/v1/stills/'))).toEqual([]);
  await expect(onCard).toHaveCount(0);
});
