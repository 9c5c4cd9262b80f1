import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StreamLink } from '@yunhui/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHls } from './hls-engine.js';

const playlists = createServer((_request, answer) => answer.end('#EXTM3U\n#EXTINF:4,\n1.m4s\n'));
let link: StreamLink;

beforeAll(async () => {
  await once(playlists.listen(0, '127.0.0.1'), 'listening');
  const { port } = playlists.address() as AddressInfo;
  link = { id: 'l', rank: 1, kind: 'hls-live', url: `http://127.0.0.1:${port}/live.m3u8`, health: 'ok' };
});
afterAll(() => {
  playlists.close();
});

test('a source that was left while its playlist was on the way never touches the video', async () => {
  const touched: PropertyKey[] = [];
  const video = new Proxy({} as HTMLVideoElement, {
    get: (_video, name) => touched.push(name) && undefined,
    set: (_video, name) => touched.push(name) > 0,
  });
  const end = new AbortController();
  const words = { failed: () => undefined, others: () => false, settled: () => true, changed: () => undefined };
  const starting = startHls(video, link, { height: undefined, lowData: false, audioOnly: false, sound: undefined }, words, {
    left: end.signal,
    startAt: undefined,
  });
  end.abort();
  await expect(starting).rejects.toMatchObject({ name: 'AbortError' });
  expect(touched).toEqual([]);
});
