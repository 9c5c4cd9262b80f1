import { describe, expect, test } from 'vitest';
import { readPlaylist } from './playlist.js';

const media = (sequence: number, segments: number, more = '') =>
  `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:${sequence}\n${Array.from({ length: segments }, (_, at) => `#EXTINF:4,\ns${at}.ts\n`).join('')}${more}`;
const multivariant = (uri: string) =>
  `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=100000\n${uri}\n#EXT-X-STREAM-INF:BANDWIDTH=900000\nhigh.m3u8\n`;
const where = 'https://live.example/room/master.m3u8';
const last = (at: number) => ({ url: `https://live.example/room/s${at}.ts`, durationMs: 4_000 });

describe('a playlist', () => {
  test.each([
    ['an HTML page', '<!doctype html><title>404</title>', { kind: 'bad', why: 'html' }],
    ['JSON', '{"code":404}', { kind: 'bad', why: 'not-a-playlist' }],
    ['nothing', '', { kind: 'bad', why: 'not-a-playlist' }],
    ['no segment', media(7, 0), { kind: 'bad', why: 'empty' }],
    ['an end', media(7, 3, '#EXT-X-ENDLIST\n'), { kind: 'media', isOver: true, position: 10, targetMs: 4_000, newest: last(2) }],
    ['segments', media(7, 3), { kind: 'media', isOver: false, position: 10, targetMs: 4_000, newest: last(2) }],
    [
      'a byte order mark and segments',
      `\ufeff${media(0, 1)}`,
      { kind: 'media', isOver: false, position: 1, targetMs: 4_000, newest: last(0) },
    ],
  ])('with %s is %j', (_, text, expected) => {
    expect(readPlaylist(text, where)).toEqual(expected);
  });

  test('tells when its edge was made, what it is locked with and where its initialisation is', () => {
    const head = '#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MAP:URI="init.mp4"\n';
    const timed = `${head}#EXT-X-PROGRAM-DATE-TIME:2026-11-22T08:00:00.000Z\n#EXTINF:4,\na.m4s\n#EXTINF:4,\nb.m4s\n`;
    expect(readPlaylist(timed, where)).toMatchObject({
      edgeAt: Date.parse('2026-11-22T08:00:08.000Z'),
      mapUrl: 'https://live.example/room/init.mp4',
    });
    const locked = (how: string) => readPlaylist(`${head}#EXT-X-KEY:METHOD=${how},URI="k"\n#EXTINF:4,\na.m4s\n`, where);
    expect(locked('AES-128')).toMatchObject({ encryption: 'key' });
    expect(locked('SAMPLE-AES')).toMatchObject({ encryption: 'drm' });
  });

  test('tells which parts of a longer file its newest segment and its initialisation are', () => {
    const text = '#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MAP:URI="a.mp4",BYTERANGE="700@0"\n#EXT-X-BYTERANGE:90@700\n#EXTINF:4,\na.mp4\n';
    const next = '#EXT-X-BYTERANGE:110\n#EXTINF:4,\na.mp4\n';
    const ofInit = { mapBytes: { from: 0, length: 700 } };
    expect(readPlaylist(text, where)).toMatchObject({ newest: { bytes: { from: 700, length: 90 } }, ...ofInit });
    expect(readPlaylist(text + next, where)).toMatchObject({ newest: { bytes: { from: 790, length: 110 } }, ...ofInit });
  });

  test('of several renditions tells what they are in, and in which languages their captions are', () => {
    const text = `#EXTM3U
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",LANGUAGE="zh-CN",NAME="中文",URI="zh.m3u8"
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",LANGUAGE="ug",NAME="a",URI="ug.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="avc1.64001f, mp4a.40.2",SUBTITLES="s"
v.m3u8
`;
    expect(readPlaylist(text, where)).toEqual({
      kind: 'multivariant',
      variants: [{ url: 'https://live.example/room/v.m3u8', codecs: ['avc1.64001f', 'mp4a.40.2'], bitsPerSecond: 1 }],
      captions: ['zh-CN'],
      hasOwnAudio: true,
    });
  });

  test.each([
    ['low/index.m3u8', where, 'https://live.example/room/low/index.m3u8'],
    ['//cdn.example/low.m3u8', where, 'https://cdn.example/low.m3u8'],
    ['low.m3u8?t=1', '/demo/hls/beijing/master.m3u8', '/demo/hls/beijing/low.m3u8?t=1'],
    ['/demo/low.m3u8', '/demo/hls/beijing/master.m3u8', '/demo/low.m3u8'],
    ['https://cdn.example/low.m3u8', '/demo/hls/beijing/master.m3u8', 'https://cdn.example/low.m3u8'],
    ['http://[', where, 'http://['],
    ['http://[', '/demo/hls/beijing/master.m3u8', 'http://['],
  ])('of several renditions leads to %s of %s: %s', (uri, url, expected) => {
    expect(readPlaylist(multivariant(uri), url)).toMatchObject({ kind: 'multivariant', variants: [{ url: expected }, {}] });
  });
});
