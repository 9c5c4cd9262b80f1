import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { aLoopbackServer, type DoubleOrigin } from '../../harness/double-origin.js';
import { type SpawnedHub, startHub } from '../../harness/hub.js';
import { residentMb } from '../../load/process-figures.js';
import { faultSize, note } from '../fault-size.js';
import { checkedUp, cookieOf } from '../parts/check-ups.js';

type Stage = () => { hub: SpawnedHub; origin: DoubleOrigin };

const promisedMs = 8_000;
const insides = (port: number) => [
  `http://127.0.0.1:${port}/a.m3u8`,
  `http://localhost:${port}/a.m3u8`,
  `http://2130706433:${port}/a.m3u8`,
  `http://0x7f.1:${port}/a.m3u8`,
  `http://0177.0.0.1:${port}/a.m3u8`,
  `http://[::1]:${port}/a.m3u8`,
  `http://[::ffff:127.0.0.1]:${port}/a.m3u8`,
  `http://[::127.0.0.1]:${port}/a.m3u8`,
  `http://１２７.０.０.１:${port}/a.m3u8`,
];
const nearby = [
  'http://10.0.0.1/a.m3u8',
  'http://192.168.0.1/a.m3u8',
  'http://172.31.255.1/a.m3u8',
  'http://100.64.0.1/a.m3u8',
  'http://169.254.169.254/latest/meta-data/a.m3u8',
  'http://[fe80::1]/a.m3u8',
  'http://[fc00::1]/a.m3u8',
  'http://[64:ff9b::a00:1]/a.m3u8',
  'http://93.184.215.14:22/a.m3u8',
  'http://93.184.215.14:6379/a.m3u8',
];

/** What an address of somebody's cannot do to the hub. */
export function hostileStreamRows(stage: Stage): void {
  test('streams: addresses of this machine and of its network are refused before anybody is asked', async () => {
    await using hub = await startHub({ RATE_LIMITS: 'off' });
    let asked = 0;
    const inside = createServer((socket) => void ((asked += 1), socket.destroy()));
    await once(inside.listen(0, '127.0.0.1'), 'listening');
    const cookie = await cookieOf(hub.address, 'operator');
    for (const address of [...insides((inside.address() as AddressInfo).port), ...nearby]) {
      const { verdict, finding } = await checkedUp(hub.address, cookie, address);
      expect([address, verdict, finding.code]).toEqual([address, 'UNKNOWN', 'address.refused']);
    }
    expect(asked).toBe(0);
    inside.close();
  });

  test.for([
    ['playlist', (target: string) => `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n${target}\n`],
    ['segment', (target: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n${target}\n`],
    ['initialisation', (target: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MAP:URI="${target}"\n#EXTINF:2,\na.m4s\n`],
  ] as const)('streams: what a playlist names as its %s is under the same guard', async ([, written]) => {
    const { hub } = stage();
    const cookie = await cookieOf(hub.address, 'operator');
    for (const target of ['http://169.254.169.254/latest/', 'http://10.0.0.1/', 'file:///etc/passwd', 'http://[::ffff:10.0.0.1]/']) {
      await using host = await aLoopbackServer((_, response) => void response.end(written(target)));
      const { finding } = await checkedUp(hub.address, cookie, `${host.address}/a.m3u8`);
      expect([target, finding.code]).toEqual([target, 'address.refused']);
    }
  });

  test('streams: servers that drip, pour, pack or lead in circles have their verdict in 8 s, and the hub grows by ≤ 30 MB', async () => {
    const { hub } = stage();
    const cookie = await cookieOf(hub.address, 'operator');
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    await using drips = await aLoopbackServer((_, response) => {
      const timer = setInterval(() => response.write('#'), 50);
      response.on('close', () => clearInterval(timer));
    });
    await using silent = await aLoopbackServer(() => undefined);
    await using packs = await aLoopbackServer((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    await using circles = await aLoopbackServer((_, response) => void response.writeHead(302, { location: '/again.m3u8' }).end());
    await using pours = await aLoopbackServer((_, response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) continue;
      };
      response.on('drain', pour);
      pour();
    });
    const hosts = { drips, silent, packs, circles, pours };
    const before = await residentMb(hub.pid());
    const found = await Promise.all(
      Object.entries(hosts).map(async ([name, { address }]) => {
        const { finding, tookMs } = await checkedUp(hub.address, cookie, `${address}/a.m3u8`);
        expect(tookMs).toBeLessThanOrEqual(faultSize.within(promisedMs));
        return [name, finding.code];
      }),
    );
    expect(Object.fromEntries(found)).toEqual({
      drips: 'http.late',
      silent: 'http.late',
      packs: 'http.too-large',
      circles: 'http.circles',
      pours: 'http.too-large',
    });
    const grownMb = (await residentMb(hub.pid())) - before;
    note(`streams: hostile servers cost ${grownMb} MB`);
    expect(grownMb).toBeLessThanOrEqual(30);
    expect((await fetch(`${hub.address}/health/ready`)).status).toBe(200);
  });
}
