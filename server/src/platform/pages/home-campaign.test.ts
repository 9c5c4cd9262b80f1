import { afterEach, expect, test, vi } from 'vitest';
import { HomeCampaign } from './home-campaign.js';

afterEach(() => vi.restoreAllMocks());

/** A home campaign that is `answers` one after the other; then the store is away. `at` sets the clock. */
function aHome(answers: readonly string[]) {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const home = new HomeCampaign();
  let reads = 0;
  home.isReadBy(async () => answers[reads++] ?? Promise.reject(new Error('the store is away')));
  return { home, reads: () => reads, at: (ms: number) => clock.mockReturnValue(ms) };
}

test('it is read once for many pages, and none while nobody knows campaigns', async () => {
  const { home, reads } = aHome(['first']);
  expect(await Promise.all([home.slug(), home.slug(), home.slug()])).toEqual(['first', 'first', 'first']);
  expect(reads()).toBe(1);
  expect(await new HomeCampaign().slug()).toBeUndefined();
});

test('what was known serves while another is read, and while the store is away', async () => {
  const { home, at } = aHome(['first', 'second']);
  await home.slug();
  at(10_000);
  expect(await home.slug()).toBe('first');
  await new Promise(setImmediate);
  expect(await home.slug()).toBe('second');
  at(20_000);
  await home.slug();
  await new Promise(setImmediate);
  expect(await home.slug()).toBe('second');
});
