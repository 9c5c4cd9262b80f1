import { describe, expect, test } from 'vitest';
import { readPlaylist } from './playlist.js';

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
