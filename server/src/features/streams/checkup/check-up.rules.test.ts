import { describe, expect, test } from 'vitest';
import type { MediaPlaylist } from '../playlist.js';
import { findingOfEdge, findingOfStatus, isOpenTo, isSlow, speedOf, unplayedVariants } from './check-up.rules.js';
import { tracksIn, unplayedIn } from './codecs.rules.js';

const now = Date.parse('2026-11-22T12:00:00Z');
const said = (status: number, url = 'https://live.example/a.m3u8', body = '') => findingOfStatus(status, { url, body, now });
const soon = Math.round(now / 1_000) + 3_600;
const past = Math.round(now / 1_000) - 3_600;

describe('a status', () => {
  test.each([
    [200, undefined],
    [206, undefined],
    [401, 'http.locked'],
    [403, 'http.locked'],
    [404, 'http.gone'],
    [410, 'http.gone'],
    [204, 'http.gone'],
    [429, 'http.crowded'],
    [451, 'http.region'],
    [500, 'http.failing'],
    [503, 'http.failing'],
  ])('%i is %s', (status, finding) => {
    expect(said(status)).toBe(finding);
  });

  test.each([
    [`auth_key=${past}-0-0-abc`, 'http.expired'],
    [`auth_key=${soon}-0-0-abc`, 'http.locked'],
    [`txSecret=a&txTime=${past.toString(16)}`, 'http.expired'],
    [`txSecret=a&txTime=${soon.toString(16)}`, 'http.locked'],
    [`wsSecret=a&wsTime=${past.toString(16)}`, 'http.expired'],
    [`Expires=${past}&Signature=a`, 'http.expired'],
    ['auth_key=none', 'http.locked'],
    ['v=2', 'http.locked'],
  ])('403 at an address signed with %s is %s', (query, finding) => {
    expect(said(403, `https://live.example/a.m3u8?${query}`)).toBe(finding);
  });

  test('403 that speaks of a region is one', () => {
    expect(said(403, undefined, 'This content is not available in your country')).toBe('http.region');
  });
});

const list = (position: number, more: Partial<MediaPlaylist> = {}): MediaPlaylist => ({
  kind: 'media',
  isOver: false,
  position,
  targetMs: 4_000,
  newest: { url: 'https://live.example/a.ts', durationMs: 4_000 },
  ...more,
});

describe('a live edge', () => {
  test.each([
    ['moves', list(5), list(6), 4_100, undefined],
    ['jumps back, as one that starts anew', list(500), list(2), 4_100, undefined],
    ['ends', list(5), list(5, { isOver: true }), 4_100, undefined],
    ['stands for one and a half of its segments', list(5), list(5), 6_000, 'edge.stands'],
    ['stands for less, and tells no time', list(5), list(5), 5_900, 'edge.not-seen'],
    ['stands for less, and was made just now', list(5), list(5, { edgeAt: now - 9_000 }), 5_900, 'edge.not-seen'],
    ['stands for less, and was made long ago', list(5), list(5, { edgeAt: now - 31_000 }), 5_900, 'edge.stands'],
  ])('that %s is %s', (_, first, last, apartMs, finding) => {
    expect(findingOfEdge({ first, last, apartMs, now })).toBe(finding);
  });
});

describe('what browsers play', () => {
  test.each([
    [['avc1.64001f', 'mp4a.40.2'], []],
    [['hvc1.1.6.L93.B0', 'mp4a.40.2'], ['hvc1.1.6.L93.B0']],
    [['avc1', 'ac-3'], ['ac-3']],
    [['av01.0.05M.08'], ['av01.0.05M.08']],
    [['stpp.ttml.im1t', 'avc3.640028'], []],
    [['avs1'], ['avs1']],
  ])('of %j is all but %j', (codecs, unplayed) => {
    expect(unplayedIn(codecs)).toEqual(unplayed);
  });

  test('is one size of a stream that has others too', () => {
    const variant = (codecs: string[]) => ({ url: 'https://live.example/v.m3u8', codecs });
    expect(unplayedVariants([variant(['hvc1.1']), variant(['avc1.64001f'])])).toEqual([]);
    expect(unplayedVariants([variant(['hvc1.1']), variant(['av01.0'])])).toEqual(['hvc1.1', 'av01.0']);
    expect(unplayedVariants([variant([])])).toEqual([]);
  });

  test('has a picture, a sound, or both', () => {
    expect(tracksIn(['avc1.64001f', 'mp4a.40.2'])).toEqual({ hasVideo: true, hasAudio: true });
    expect(tracksIn(['mp4a.40.2'])).toEqual({ hasVideo: false, hasAudio: true });
    expect(tracksIn(['wvtt'])).toEqual({ hasVideo: false, hasAudio: false });
  });
});

test('a segment is slow when it loads hardly faster than it plays; one that was only begun is judged by its rate', () => {
  const whole = (wholeMs: number) => speedOf({ bytes: 1, wholeMs, isWhole: true }, { durationMs: 4_000 });
  expect([whole(1_000), whole(3_000), whole(4_000)].map(isSlow)).toEqual([false, false, true]);
  const begun = (bitsPerSecond: number) =>
    speedOf({ bytes: 500_000, wholeMs: 1_000, isWhole: false }, { durationMs: 4_000, bitsPerSecond });
  expect([begun(1_000_000), begun(8_000_000)]).toEqual([4, 0.5]);
  expect(isSlow(speedOf({ bytes: 1, wholeMs: 1, isWhole: false }, { durationMs: 1 }))).toBe(false);
});

test('an answer is open to a page when it says so for all or for it', () => {
  const page = 'https://hub.example';
  expect(['*', page, 'https://other.example', undefined, 'null'].map((allowed) => isOpenTo(page, allowed))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
