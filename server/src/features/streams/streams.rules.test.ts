import { describe, expect, test } from 'vitest';
import { addLook, healthAfter, type Look, type Readings, readingWindow, readPlaylist } from './streams.rules.js';
import type { StreamHealth } from '@yunhui/domain';

const media = (sequence: number, segments: number, more = '') =>
  `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:${sequence}\n${Array.from({ length: segments }, (_, at) => `#EXTINF:4,\ns${at}.ts\n`).join('')}${more}`;
const multivariant = (uri: string) =>
  `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=100000\n${uri}\n#EXT-X-STREAM-INF:BANDWIDTH=900000\nhigh.m3u8\n`;
const where = 'https://live.example/room/master.m3u8';

describe('a playlist', () => {
  test.each([
    ['an HTML page', '<!doctype html><title>404</title>', { kind: 'bad', why: 'not-a-playlist' }],
    ['nothing', '', { kind: 'bad', why: 'not-a-playlist' }],
    ['no segment', media(7, 0), { kind: 'bad', why: 'empty' }],
    ['an end', media(7, 3, '#EXT-X-ENDLIST\n'), { kind: 'bad', why: 'ended' }],
    ['segments', media(7, 3), { kind: 'live', position: 10, targetMs: 4_000 }],
    ['a byte order mark and segments', `\ufeff${media(0, 1)}`, { kind: 'live', position: 1, targetMs: 4_000 }],
  ])('with %s is %j', (_, text, expected) => {
    expect(readPlaylist(text, where)).toEqual(expected);
  });

  test.each([
    ['low/index.m3u8', where, 'https://live.example/room/low/index.m3u8'],
    ['//cdn.example/low.m3u8', where, 'https://cdn.example/low.m3u8'],
    ['low.m3u8?t=1', '/demo/hls/beijing/master.m3u8', '/demo/hls/beijing/low.m3u8?t=1'],
    ['/demo/low.m3u8', '/demo/hls/beijing/master.m3u8', '/demo/low.m3u8'],
    ['https://cdn.example/low.m3u8', '/demo/hls/beijing/master.m3u8', 'https://cdn.example/low.m3u8'],
  ])('of several renditions leads to %s of %s: %s', (uri, url, expected) => {
    expect(readPlaylist(multivariant(uri), url)).toEqual({ kind: 'multivariant', media: expected });
  });
});

const good = (position: number): Look['found'] => ({ position, targetMs: 4_000 });

/** Looks three seconds apart, as one sees them: the health after each. */
function healthOver(looks: Look['found'][], first: StreamHealth = 'unknown'): StreamHealth[] {
  let readings: Readings | undefined;
  let health = first;
  return looks.map((found, count) => {
    const look = { at: 1_000_000 + count * 3_000, found };
    const after = addLook(readings, look);
    readings = after.readings;
    return (health = healthAfter(health, after, look.at));
  });
}

describe('the health of a link', () => {
  test('is good with the first good playlist', () => {
    expect(healthOver(['failed', good(5)])).toEqual(['unknown', 'ok']);
  });

  test('survives one lost reading, and two', () => {
    expect(healthOver([good(5), 'failed', good(6), 'failed', 'failed', good(7)])).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
  });

  test('is down with the third failure, six seconds after the first', () => {
    expect(healthOver([good(5), 'failed', 'failed', 'failed'])).toEqual(['ok', 'ok', 'ok', 'down']);
  });

  test('is up again with one good playlist', () => {
    expect(healthOver([good(5), 'failed', 'failed', 'failed', good(9)]).at(-1)).toBe('ok');
  });

  test('stays good while a playlist stands still for less than three of its segments', () => {
    expect(new Set(healthOver([good(5), good(5), good(5), good(5), good(6), good(6), good(6), good(6)]))).toEqual(new Set(['ok']));
  });

  test('is down when the playlist is frozen, whatever it shows', () => {
    expect(healthOver(Array.from({ length: 10 }, () => good(5))).slice(4)).toEqual(['ok', 'ok', 'ok', 'down', 'down', 'down']);
  });

  test('is good when the position falls: an encoder that starts anew counts from nothing', () => {
    expect(healthOver([good(500), good(2), good(3)])).toEqual(['ok', 'ok', 'ok']);
  });

  test('is what it was when our readings were lost', () => {
    expect(healthOver(['failed'], 'ok')).toEqual(['ok']);
  });
});

test('a session is read from a minute before its start to the end of its overrun', () => {
  expect(readingWindow({ start: 1_000_000, end: 2_000_000 })).toEqual({ from: 940_000, until: 2_600_000 });
});
