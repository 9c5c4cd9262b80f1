import { expect, test } from 'vitest';
import { idle, mayRecover, nextPlayerState, retryDelayMs, type PlayerEvent, type PlayerState } from './player.reducer.js';

const after = (...events: PlayerEvent[]): PlayerState => events.reduce(nextPlayerState, idle);
const load = { type: 'load', links: 2 } as const;
const failed = { type: 'failed', links: 2, next: 1 } as const;
const retry = { type: 'retry', links: 2 } as const;

test('the best link is tried first, and a failure leads to the next by rank', () => {
  expect(after(load)).toEqual({ phase: 'connecting', link: 0, round: 0, tried: 0 });
  expect(after(load, { type: 'progress' }, failed)).toEqual({ phase: 'connecting', link: 1, round: 0, tried: 1 });
});

test('when every link has failed nothing plays, and the next round begins with the best again', () => {
  expect(after(load, failed, failed)).toEqual({ phase: 'exhausted', round: 1 });
  expect(after(load, failed, failed, retry)).toEqual({ phase: 'connecting', link: 0, round: 1, tried: 0 });
  expect(after(load, failed, failed, retry, failed, failed)).toEqual({ phase: 'exhausted', round: 2 });
});

test('progress forgets how often it has failed', () => {
  expect(after(load, failed, failed, retry, { type: 'progress' }, failed, failed)).toEqual({ phase: 'exhausted', round: 1 });
});

test('a second failure of what has already been given up changes nothing', () => {
  const exhausted = after(load, failed, failed);
  expect(nextPlayerState(exhausted, failed)).toBe(exhausted);
  expect(nextPlayerState(idle, failed)).toBe(idle);
});

test('a retry is only for what is exhausted: a picture that plays is not disturbed', () => {
  const playing = after(load, { type: 'progress' });
  expect(nextPlayerState(playing, retry)).toBe(playing);
});

test('pausing and going on keep the link', () => {
  expect(after(load, failed, { type: 'progress' }, { type: 'paused' }, { type: 'resumed' })).toEqual({
    phase: 'connecting',
    link: 1,
    round: 0,
    tried: 0,
  });
  expect(after(load, { type: 'autoplay refused' })).toEqual({ phase: 'refused', link: 0 });
});

test('a source that was chosen and fails gives way to another, until none is left', () => {
  const chosen = after({ type: 'load', links: 3 }, { type: 'progress' }, { type: 'chosen', link: 2 });
  expect(chosen).toMatchObject({ phase: 'connecting', link: 2 });
  const next = nextPlayerState(chosen, { type: 'failed', links: 3, next: 0 });
  expect(next).toMatchObject({ phase: 'connecting', link: 0 });
  const last = nextPlayerState(next, { type: 'failed', links: 3, next: 1 });
  expect(last).toMatchObject({ phase: 'connecting', link: 1 });
  expect(nextPlayerState(last, { type: 'failed', links: 3, next: 2 })).toEqual({ phase: 'exhausted', round: 1 });
});

test('a list in another order does not disturb what plays', () => {
  expect(after(load, { type: 'progress' }, { type: 'relinked', link: 1 })).toEqual({ phase: 'playing', link: 1 });
  expect(after(load, failed, failed, { type: 'relinked', link: 1 })).toEqual({ phase: 'exhausted', round: 1 });
});

test('who pauses while it connects is not connected against their will', () => {
  expect(after(load, { type: 'paused' })).toEqual({ phase: 'paused', link: 0 });
});

test('no links, nothing to play', () => {
  expect(after({ type: 'load', links: 0 })).toBe(idle);
});

test('retries come later each time, never later than 30 s, and never all at once', () => {
  expect([1, 2, 3, 4, 9].map((round) => retryDelayMs(round, 1))).toEqual([4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(retryDelayMs(1, 0)).toBe(2_000);
});

test('media errors are recovered at most once per 5 s', () => {
  expect(mayRecover(undefined, 0)).toBe(true);
  expect(mayRecover(1_000, 5_999)).toBe(false);
  expect(mayRecover(1_000, 6_000)).toBe(true);
});
