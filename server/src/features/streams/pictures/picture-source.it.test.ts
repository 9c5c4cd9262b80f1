import { gzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openDemoOrigin } from '@yunhui/demo';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServer, type OwnServer } from '../../../../test/a-server.js';
import { loadConfig } from '../../../config.js';
import { Outbound } from '../../../platform/outbound/index.js';
import { PictureSource } from './picture-source.js';

const clip = openDemoOrigin().clips.get('tide')?.files;
const init = clip?.get('360p/init.mp4') ?? Buffer.alloc(0);
const segment = clip?.get('360p/2.m4s') ?? Buffer.alloc(0);
/** Both in one file, as playlists with byte ranges have them. */
const whole = Buffer.concat([init, segment]);
const head = '#EXTM3U\n#EXT-X-TARGETDURATION:4\n';
const live = (uri: string, more = '') => `${head}${more}#EXTINF:4,\n${uri}\n`;

const playlists: Record<string, string> = {
  '/master.m3u8': '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=90000\ngone.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=900000\nmedia.m3u8\n',
  '/media.m3u8': live('segment.m4s', '#EXT-X-MAP:URI="init.mp4"\n'),
  '/ranges.m3u8': live(
    'whole.mp4',
    `#EXT-X-MAP:URI="whole.mp4",BYTERANGE="${init.length}@0"\n#EXT-X-BYTERANGE:${segment.length}@${init.length}\n`,
  ),
  '/no-ranges.m3u8': live('stubborn.mp4', `#EXT-X-BYTERANGE:${segment.length}@${init.length}\n`),
  '/over.m3u8': `${live('segment.m4s')}#EXT-X-ENDLIST\n`,
  '/locked.m3u8': live('segment.m4s', '#EXT-X-KEY:METHOD=AES-128,URI="key"\n'),
  '/sound.m3u8': '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=90000,CODECS="mp4a.40.2"\nmedia.m3u8\n',
  '/loop.m3u8': '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=90000\nloop.m3u8\n',
  '/page.m3u8': '<!doctype html><title>404</title>',
  '/of-a-page.m3u8': live('page.m3u8'),
  '/of-a-playlist.m3u8': live('media.m3u8'),
  '/endless.m3u8': live('endless.m4s'),
  '/bomb.m3u8': live('bomb.ts'),
  '/inside.m3u8': live('http://169.254.169.254/latest/meta-data'),
  '/file.m3u8': live('file:///etc/passwd'),
  '/gone.m3u8': live('nothing.m4s'),
};

function answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  const playlist = playlists[url];
  if (playlist !== undefined) return void response.end(playlist);
  const [from = 0, to = 0] = (/bytes=(\d+)-(\d+)/.exec(headers.range ?? '') ?? []).slice(1).map(Number);
  if (url === '/whole.mp4')
    return void response
      .writeHead(206, { 'content-range': `bytes ${from}-${Math.min(to, whole.length - 1)}/${whole.length}` })
      .end(whole.subarray(from, to + 1));
  if (url === '/stubborn.mp4') return void response.end(whole);
  if (url === '/init.mp4') return void response.end(init);
  if (url === '/segment.m4s') return void response.end(segment);
  if (url === '/bomb.ts') return void response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(200_000_000)));
  if (url === '/endless.m4s') return endless(response);
  response.writeHead(404).end();
}

let sent = 0;
/** A segment that begins well and never ends. */
function endless(response: ServerResponse): void {
  response.write(whole);
  const more = setInterval(() => {
    sent += 64 * 1024;
    response.write(Buffer.alloc(64 * 1024, 7));
  }, 1);
  response.on('close', () => clearInterval(more));
}

let server: OwnServer;
beforeAll(async () => {
  server = await aServer(answer);
});
afterAll(() => server[Symbol.asyncDispose]());
const sourced = (path: string, OUTBOUND_LOOPBACK: 'on' | 'off' = 'on') =>
  new PictureSource(new Outbound({ ...loadConfig({}), OUTBOUND_LOOPBACK })).of(server.origin + path);

describe('what a still is made of', () => {
  test.each(['/master.m3u8', '/media.m3u8', '/ranges.m3u8'])('is the newest segment of %s after its initialisation', async (path) => {
    const { bytes, container } = await sourced(path);
    expect(container).toBe('mov');
    expect(bytes.equals(whole)).toBe(true);
  });

  test('of a segment without end is its beginning', async () => {
    const { bytes } = await sourced('/endless.m3u8');
    expect(bytes.length).toBe(512 * 1024);
    expect(bytes.subarray(0, whole.length).equals(whole)).toBe(true);
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  test.each([
    ['/over.m3u8', 'over'],
    ['/locked.m3u8', 'behind a key'],
    ['/sound.m3u8', 'sound alone'],
    ['/loop.m3u8', 'no media playlist'],
    ['/page.m3u8', 'no media playlist'],
    ['/of-a-page.m3u8', 'the segment is no video'],
    ['/of-a-playlist.m3u8', 'the segment is no video'],
    ['/bomb.m3u8', 'the segment is no video'],
    ['/no-ranges.m3u8', 'a segment answers 200'],
    ['/gone.m3u8', 'a segment answers 404'],
    ['/nowhere.m3u8', 'the playlist answers 404'],
    ['/inside.m3u8', 'address-refused'],
    ['/file.m3u8', 'address-refused'],
  ])('of %s is nothing: %s', async (path, why) => {
    const before = process.memoryUsage.rss();
    await expect(sourced(path)).rejects.toThrow(why);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('is not asked for inside our own network', async () => {
    await expect(sourced('/media.m3u8', 'off')).rejects.toThrow('address-refused');
  });
});
