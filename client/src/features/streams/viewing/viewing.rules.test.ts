import { expect, test } from 'vitest';
import {
  afterAsking,
  afterMove,
  afterStanding,
  afterTrouble,
  noStories,
  reportSince,
  type Stories,
  tellsAfterMs,
} from './viewing.rules.js';

const nothing = { stories: noStories, at: 0 };
const playing = (from = noStories): Stories => afterMove(afterAsking(from, 'a', 1_000), 'a', 1_800);

test('the first picture is told with the time that it took, once', () => {
  const stories = playing();
  expect(reportSince(nothing, stories, 2_000)).toEqual([{ link: 'a', plays: true, firstFrameMs: 800, stalls: 0, stalledMs: 0, errors: 0 }]);
  const later = afterMove(stories, 'a', 31_900);
  expect(reportSince({ stories, at: 2_000 }, later, 32_000)).toEqual([{ link: 'a', plays: true, stalls: 0, stalledMs: 0, errors: 0 }]);
});

test('a picture that stood is one stall, however often one looked, and lasts until it moves', () => {
  let stories = playing();
  for (const now of [3_000, 3_500, 4_000]) stories = afterStanding(stories, 'a', now);
  expect(stories.get('a')).toMatchObject({ stalls: 1, stalledMs: 0 });
  stories = afterMove(stories, 'a', 5_200);
  expect(stories.get('a')).toMatchObject({ stalls: 1, stalledMs: 2_200 });
  expect(reportSince({ stories: playing(), at: 2_000 }, stories, 5_300)).toEqual([
    { link: 'a', plays: true, stalls: 1, stalledMs: 2_200, errors: 0 },
  ]);
});

test('what has not begun does not stall', () => {
  expect(afterStanding(afterAsking(noStories, 'a', 0), 'a', 5_000).get('a')).toMatchObject({ stalls: 0 });
});

test('a link that is given up is told with its reason, and then no more', () => {
  const failed = afterTrouble(playing(), 'a', 'gone', 4_000);
  expect(reportSince({ stories: playing(), at: 2_000 }, failed, 4_500)).toEqual([
    { link: 'a', plays: false, stalls: 0, stalledMs: 0, errors: 1, trouble: 'gone' },
  ]);
  expect(reportSince({ stories: failed, at: 4_500 }, failed, 40_000)).toEqual([]);
});

test('who pauses takes their word back', () => {
  expect(reportSince({ stories: playing(), at: 2_000 }, playing(), 32_000)).toEqual([
    { link: 'a', plays: false, stalls: 0, stalledMs: 0, errors: 0 },
  ]);
});

test('a link that is tried again begins anew and keeps what it has on its account', () => {
  const again = afterAsking(afterTrouble(playing(), 'a', 'lost', 4_000), 'a', 60_000);
  expect(again.get('a')).toEqual({ askedAt: 60_000, stalls: 0, stalledMs: 0, errors: 1, trouble: 'lost' });
  expect(afterMove(again, 'a', 60_400).get('a')).toMatchObject({ firstFrameMs: 400 });
});

test('what fails is told within a second and a half, what plays each half minute, nothing by all at once', () => {
  expect([tellsAfterMs('fails', 0), tellsAfterMs('fails', 1)]).toEqual([300, 1_500]);
  expect([tellsAfterMs('begins', 0), tellsAfterMs('begins', 1)]).toEqual([2_000, 6_000]);
  expect([tellsAfterMs('plays', 0), tellsAfterMs('plays', 1)]).toEqual([24_000, 36_000]);
});
