import { Parser } from 'm3u8-parser';
import { describe, expect, test } from 'vitest';
import { answerOrigin, openDemoOrigin } from './origin.js';

const origin = openDemoOrigin();
/** 北京's first block is 07:00 to 08:15. */
const at = (clock: string) => Date.parse(`2023-09-19T${clock}+08:00`);
const ask = (path: string, clock = '12:00:00') => answerOrigin(path, at(clock), origin);
const statusOf = (path: string, clock?: string) => ask(path, clock)?.status;
const inAMinute = `${at('12:00:00') + 60_000}-${at('12:00:00') + 120_000}`;

/** Every address a playlist leads to. */
function addressesIn(body: Buffer | string | undefined): string[] {
  const text = String(body);
  return [
    ...text.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
    ...[...text.matchAll(/URI="([^"]+)"/g)].map(([, uri = '']) => uri),
  ];
}

describe('a channel of the programme', () => {
  test.each(['master.m3u8', '360p.m3u8', '240p.m3u8'])('has its %s only while a session is on air', (file) => {
    const path = `/demo/hls/beijing/${file}`;
    const clocks = ['06:59:59.999', '07:00:00', '07:40:00', '08:14:59.999', '08:15:00', '03:00:00'];
    expect(clocks.map((clock) => statusOf(path, clock))).toEqual([404, 200, 200, 200, 404, 404]);
  });

  test('does not turn over when one session follows another', () => {
    const uris = (clock: string) => addressesIn(ask('/demo/hls/beijing/360p.m3u8', clock)?.body).map((uri) => uri.split('/')[3]);
    expect(new Set([...uris('07:39:59'), ...uris('07:40:01')]).size).toBe(1);
  });
});

describe('a round-the-clock channel', () => {
  test.each(['deep-space', 'microscope', 'tide'])('%s plays at night too', (slug) => {
    expect(statusOf(`/demo/hls/${slug}/master.m3u8`, '03:00:00')).toBe(200);
  });
});

describe('a spare stream', () => {
  test('is on air with its channel, in the smallest size alone', () => {
    expect(addressesIn(ask('/demo/spare/tide/master.m3u8')?.body)).toEqual(['240p.m3u8']);
    expect(statusOf('/demo/spare/tide/240p.m3u8')).toBe(200);
    expect(statusOf('/demo/spare/tide/360p.m3u8')).toBe(404);
    expect(statusOf('/demo/spare/beijing/master.m3u8', '03:00:00')).toBe(404);
  });
});

describe('captions', () => {
  test('stand beside the channel that tells its own story, in its window, and lead to their lines', () => {
    expect(String(ask('/demo/hls/deep-space/master.m3u8')?.body)).toMatch(/TYPE=SUBTITLES.*LANGUAGE="zh-CN".*URI="zh.m3u8"/);
    const numbersOf = (file: string) =>
      addressesIn(ask(`/demo/hls/deep-space/${file}`)?.body)
        .map((uri) => /(\d+)\.(?:vtt|m4s)$/.exec(uri)?.[1])
        .filter(Boolean);
    expect(numbersOf('zh.m3u8')).toEqual(numbersOf('360p.m3u8'));
    const [first = ''] = addressesIn(ask('/demo/hls/deep-space/en.m3u8')?.body);
    expect(String(ask(first)?.body)).toMatch(/^WEBVTT\n/);
  });

  test('are not put under sessions, which show the same pictures and speak of something else', () => {
    expect(String(ask('/demo/hls/tide/master.m3u8')?.body)).not.toContain('SUBTITLES');
    expect(statusOf('/demo/hls/tide/zh.m3u8')).toBe(404);
    expect(statusOf('/demo/captions/waves/zh/1.vtt')).toBe(404);
    expect(statusOf('/demo/captions/orbits/fr/1.vtt')).toBe(404);
  });
});

describe('a window', () => {
  test('opens at its first moment and is gone at its last, the media playlists too', () => {
    for (const file of ['master.m3u8', '360p.m3u8']) {
      const path = `/demo/window/${inAMinute}/waves/${file}`;
      const clocks = ['12:00:59.999', '12:01:00', '12:01:59.999', '12:02:00'];
      expect(clocks.map((clock) => statusOf(path, clock))).toEqual([404, 200, 200, 404]);
    }
  });
});

describe('everything a playlist leads to', () => {
  test.each(['/demo/hls/tide/', '/demo/vod/julia/'])('is there: %s', (folder) => {
    const media = addressesIn(ask(`${folder}master.m3u8`)?.body);
    expect(media).toEqual(['360p.m3u8', '240p.m3u8']);
    const files = media.flatMap((name) => addressesIn(ask(folder + name)?.body));
    expect(files.length).toBeGreaterThan(12);
    for (const file of files) expect(ask(file)).toMatchObject({ status: 200, body: expect.any(Buffer) });
  });

  test('may be kept for good if it is bytes, and not at all if it is live', () => {
    const [segment = ''] = addressesIn(ask('/demo/vod/waves/240p.m3u8')?.body);
    expect(ask(segment)?.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'video/iso.segment',
      'access-control-allow-origin': '*',
    });
    expect(ask('/demo/hls/tide/master.m3u8')?.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'application/vnd.apple.mpegurl',
      'access-control-allow-origin': '*',
    });
  });
});

describe('a recording', () => {
  test('reads as ended', () => {
    const parser = new Parser();
    parser.push(String(ask('/demo/vod/waves/360p.m3u8')?.body));
    parser.end();
    expect(parser.manifest.endList).toBe(true);
  });
});

describe('what is not there', () => {
  const paths = [
    '/demo/',
    '/demo/hls/atlantis/master.m3u8',
    '/demo/hls/tide/1080p.m3u8',
    '/demo/hls/tide/master.m3u8/more',
    '/demo/hls/tide/../tide/master.m3u8',
    '/demo/vod/atlantis/master.m3u8',
    '/demo/vod/waves/constructor.m3u8',
    '/demo/window/1-x/waves/master.m3u8',
    '/demo/window/0-9999999999999999/waves/master.m3u8',
    '/demo/clips/waves/00000000/360p/0.m4s',
    '/demo/clips/index.json',
    '/demo/elsewhere',
  ];

  test.each(paths)('is a small problem: %s', (path) => {
    const answer = ask(path);
    expect(answer).toMatchObject({ status: 404, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } });
    expect(JSON.parse(String(answer?.body))).toMatchObject({ status: 404, code: 'path.unknown', retry: 'never' });
  });

  test('is not ours to answer outside of /demo/', () => {
    expect(['/', '/demo', '/demonstration/x', '/api/v1/campaigns'].map((path) => ask(path))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a query changes nothing', () => {
    expect(statusOf('/demo/vod/waves/master.m3u8?token=1')).toBe(200);
  });
});
