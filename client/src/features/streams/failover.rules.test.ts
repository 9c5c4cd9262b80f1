import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterFailure,
  catchUpRate,
  lately,
  type LinkMemory,
  noFailures,
  patienceMs,
  placeAfterFailure,
  placeToReturnTo,
} from './failover.rules.js';

const minute = 60_000;
const urls = ['a', 'b', 'c'];
const ok = urls.map((url, place) => ({ url, rank: place + 1, health: 'ok' as const }));
const first = (health: 'down' | 'degraded') => ({ url: 'a', rank: 1, health });
/** What is remembered after these failed, each a second after the one before. */
const failedInTurn = (...failed: string[]): LinkMemory =>
  failed.reduce((memory, url, at) => afterFailure(memory, url, at * 1_000), noFailures);

describe('when a link fails', () => {
  test.each([
    ['the first, at once to the second', ['a'], 0, 2_000, 1],
    ['the second after the first, on to the third and not back', ['a', 'b'], 1, 2_000, 2],
    ['all three, to the one whose failure lies furthest back', ['a', 'b', 'c'], 2, 3_000, 0],
    ['the second long after the first, back to the best', ['a', 'b'], 1, 5 * minute, 0],
    ['one that was chosen by hand, to the best', ['c'], 2, 1_000, 0],
  ])('%s', (_, failed, place, now, next) => {
    expect(placeAfterFailure(urls, place, failedInTurn(...failed), now)).toBe(next);
  });

  test('and it is alone, it is tried again', () => {
    expect(placeAfterFailure(['a'], 0, failedInTurn('a'), 1_000)).toBe(0);
  });

  test('it is never gone to straight away, whatever has failed before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...urls), { maxLength: 20 }), fc.nat(2), (failed, place) => {
        const memory = afterFailure(failedInTurn(...failed), urls[place] ?? '', failed.length * 1_000);
        expect(placeAfterFailure(urls, place, memory, failed.length * 1_000)).not.toBe(place);
      }),
    );
  });
});

describe('a better link is returned to', () => {
  const playing = { place: 1, sinceMs: 31_000, byHand: false };
  test.each([
    ['when it has rested a minute', ok, playing, minute + 1_000, 0],
    ['not before', ok, playing, 30_000, undefined],
    ['not when what plays has only just come', ok, { ...playing, sinceMs: 5_000 }, 10 * minute, undefined],
    ['not when the viewer chose what plays', ok, { ...playing, byHand: true }, 10 * minute, undefined],
    ['not when the hub says that it is down', [first('down'), ...ok.slice(1)], playing, 10 * minute, undefined],
    ['not when it fails for many', [first('degraded'), ...ok.slice(1)], playing, 10 * minute, undefined],
    [
      'not when it only stands before what plays since that fails for many',
      [...ok.slice(1, 2), first('degraded')],
      playing,
      10 * minute,
      undefined,
    ],
    ['the second where the first is down', [first('down'), ...ok.slice(1)], { ...playing, place: 2 }, 10 * minute, 1],
    ['never a worse one', ok, { ...playing, place: 0 }, 10 * minute, undefined],
  ])('%s', (_, links, now, at, place) => {
    expect(placeToReturnTo(links, now, failedInTurn('a'), at)).toBe(place);
  });

  test('ever later when it goes on failing, and it is forgiven in the end', () => {
    let memory = noFailures;
    const waits: number[] = [];
    for (let now = 0, round = 0; round < 4; round += 1) {
      memory = afterFailure(memory, 'a', now);
      let waited = 0;
      while (placeToReturnTo(ok, playing, memory, now + waited) === undefined) waited += 1_000;
      waits.push(waited);
      now += waited;
    }
    expect(waits).toEqual([minute, 2 * minute, 4 * minute, 8 * minute]);
    expect(afterFailure(memory, 'a', 24 * 3_600_000).get('a')?.failures).toBe(1);
  });

  test('in an hour of a link that dies ten seconds after each return, no more than six times', () => {
    let [memory, place, since, returns] = [noFailures, 0, 0, 0];
    for (let now = 0; now < 60 * minute; now += 1_000) {
      if (place === 0 && now - since >= 10_000) {
        memory = afterFailure(memory, 'a', now);
        [place, since] = [placeAfterFailure(urls, 0, memory, now), now];
      }
      if (placeToReturnTo(ok, { place, sinceMs: now - since, byHand: false }, memory, now) !== undefined)
        [place, since, returns] = [0, now, returns + 1];
    }
    expect(returns).toBeGreaterThan(0);
    expect(returns).toBeLessThanOrEqual(6);
  });
});

test('a picture may stand three seconds where there is another link, longer after each switch, and eight where there is none', () => {
  expect([0, 1, 2, 3].map((switches) => patienceMs(true, switches))).toEqual([3_000, 6_000, 8_000, 8_000]);
  expect(patienceMs(false, 0)).toBe(8_000);
  expect(lately([0, 100_000, 200_000], 210_000)).toBe(2);
});

test.each([
  [0, 10, 1, 1],
  [3, 10, 1, 1.04],
  [1, 10, 1, 1],
  [1, 10, 1.04, 1.04],
  [0.4, 10, 1.04, 1],
  [3, 1, 1, 1],
  [12, 10, 1, 1],
])('%f s behind with %f s ahead, at %f, one plays at %f', (behindS, bufferedS, now, rate) => {
  expect(catchUpRate(behindS, bufferedS, now)).toBe(rate);
});
