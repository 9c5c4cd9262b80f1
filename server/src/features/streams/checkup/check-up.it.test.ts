import type { CheckUpLine } from '@yunhui/contracts';
import { openDemoOrigin, serveOrigin } from '@yunhui/demo';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServer, type OwnServer } from '../../../../test/a-server.js';
import { loadConfig } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import { Outbound } from '../../../platform/outbound/index.js';
import { CheckUpService } from './check-up.service.js';

const origin = openDemoOrigin();
const serve = serveOrigin(origin, Date.now);
const clip = origin.clips.get('tide');
const initial = clip?.files.get('360p/init.mp4') ?? Buffer.alloc(0);
const piece = clip?.files.get('360p/0.m4s') ?? Buffer.alloc(0);
/** Playlists of the shapes that hosts really have, by path. */
const shapes: Record<string, string> = {
  '/event.m3u8': '#EXTM3U\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-TARGETDURATION:1\n#EXT-X-MAP:URI="init.mp4"\n{segments}',
  '/parts.m3u8':
    '#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:1\n#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.0\n#EXT-X-PART-INF:PART-TARGET=0.33\n#EXT-X-MAP:URI="init.mp4"\n{segments}#EXT-X-PART:DURATION=0.33,URI="p.m4s"\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI="q.m4s"\n',
  '/broken-time.m3u8': '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MAP:URI="init.mp4"\n#EXT-X-PROGRAM-DATE-TIME:yesterday\n{segments}',
  '/crlf.m3u8': '#EXTM3U\r\n#EXT-X-TARGETDURATION:1\r\n#EXT-X-MAP:URI="init.mp4"\r\n{segments}',
};

let server: OwnServer;
const began = Date.now();
beforeAll(async () => {
  server = await aServer((request, response) => {
    if (serve(request, response)) return;
    response.setHeader('access-control-allow-origin', '*');
    const [path = ''] = (request.url ?? '').split('?');
    if (path.endsWith('.m4s')) return void response.end(piece);
    if (path === '/init.mp4') return void response.end(initial);
    if (path === '/film.mp4') return void response.end(initial);
    if (path === '/late.mp4') return void response.end(piece);
    const first = Math.floor((Date.now() - began) / 1_000);
    const segments = [0, 1, 2].map((at) => `#EXTINF:1,\n${first + at}.m4s\n`).join('');
    const text = shapes[path]?.replace('{segments}', `#EXT-X-MEDIA-SEQUENCE:${first}\n${segments}`);
    response.writeHead(text ? 200 : 404).end(text);
  });
});
afterAll(() => server[Symbol.asyncDispose]());

function checked(address: string, env: Record<string, string> = {}) {
  const config = { ...loadConfig(env), OUTBOUND_LOOPBACK: 'on' as const };
  const lines: CheckUpLine[] = [];
  const checkUps = new CheckUpService(new Outbound(config), new Clock(config), config);
  return checkUps.run({ address }, (line) => lines.push(line)).then((outcome) => ({ ...outcome, lines }));
}

describe.concurrent('a check-up', () => {
  test.for(Object.keys(shapes))('finds the live stream of %s well', async (path, { expect }) => {
    const { verdict, finding, sight } = await checked(server.origin + path);
    expect([verdict, finding.code, sight.kind]).toEqual(['OK', 'all.good', 'hls-live']);
    expect(sight.codecs?.join()).toMatch(/^avc1/);
  });

  test('says of a stream on http that a secure page cannot play it', async ({ expect }) => {
    const { verdict } = await checked(`${server.origin}/demo/double/good/tide/master.m3u8`, { PUBLIC_URL: 'https://hub.example' });
    expect(verdict).toBe('MIXED');
  });

  test('knows a film that begins at once from one whose index comes last', async ({ expect }) => {
    expect(await checked(`${server.origin}/film.mp4`)).toMatchObject({ verdict: 'OK', sight: { kind: 'mp4', hasVideo: true } });
    expect(await checked(`${server.origin}/late.mp4`)).toMatchObject({ verdict: 'SLOW', finding: { code: 'mp4.late-index' } });
    expect(await checked(`${server.origin}/gone.mp4`)).toMatchObject({ verdict: 'DEAD' });
  });

  test('is over with a segment that is not there, and asks for the playlist once more at most', async ({ expect }) => {
    let asked = 0;
    await using host = await aServer((request, response) => {
      const isList = request.url === '/a.m3u8';
      asked += Number(isList);
      response.setHeader('access-control-allow-origin', '*');
      response.writeHead(isList ? 200 : 404).end(isList ? '#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\na.ts\n' : undefined);
    });
    const { finding } = await checked(`${host.origin}/a.m3u8`);
    expect(finding.code).toBe('segment.gone');
    expect(asked).toBeLessThanOrEqual(2);
  });

  test('asks nobody about what is no address to watch', async ({ expect }) => {
    const { verdict, finding, lines, tookMs } = await checked('rtmp://push.example.cn/live/room?key=secret');
    expect([verdict, finding.code, lines.length]).toEqual(['NOT_HLS', 'address.push', 2]);
    expect(tookMs).toBeLessThan(500);
  });

  test('of a name that nobody has ends at the name', async ({ expect }) => {
    const { lines, finding } = await checked('https://no-such-host.invalid/a.m3u8');
    expect(finding.code).toBe('dns.unknown');
    expect(lines.map((line) => line.line === 'step' && [line.step, line.state])).toEqual([['address', 'good'], ['dns', 'bad'], false]);
  });
});

test('the words of every finding are in both languages and end without a mark', async () => {
  const { findings } = await import('./finding-words.js');
  for (const { says, todo } of Object.values<{ says: { zh: string; en: string }; todo?: { zh: string; en: string } }>(findings)) {
    for (const text of [says, todo].filter((words) => words !== undefined)) {
      expect(text.zh).toMatch(/\p{Script=Han}[^。！!]*$/u);
      expect(text.en).not.toMatch(/[.!]$/);
    }
  }
});
