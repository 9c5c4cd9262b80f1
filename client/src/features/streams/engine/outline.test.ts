import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StreamLink } from '@yunhui/contracts';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { lookAhead, outlineAt } from './outline.js';

let asked = 0;
let answer = '#EXTM3U\n#EXTINF:4,\n1.m4s\n';
const playlists = createServer((_request, response) => {
  asked += 1;
  response.end(answer);
});
let link: StreamLink;

beforeAll(async () => {
  vi.stubGlobal('MediaSource', class {});
  await once(playlists.listen(0, '127.0.0.1'), 'listening');
  const { port } = playlists.address() as AddressInfo;
  link = { id: 'l', rank: 1, kind: 'hls-live', url: `http://127.0.0.1:${port}/live.m3u8`, health: 'ok' };
});
beforeEach(() => {
  asked = 0;
});
afterAll(() => {
  playlists.close();
  vi.unstubAllGlobals();
});

const plain = { captions: false, alternateAudio: false };

test('a playlist that was looked at ahead is asked for once, and anew by the next', async () => {
  lookAhead(link);
  expect(await outlineAt(link.url)).toEqual(plain);
  expect(asked).toBe(1);
  await outlineAt(link.url);
  expect(asked).toBe(2);
});

test('what was looked at ahead is for its own address only, and not for long', async () => {
  lookAhead(link);
  await outlineAt(`${link.url}?other`);
  expect(asked).toBe(2);
  const now = vi.spyOn(Date, 'now');
  try {
    lookAhead(link);
    now.mockReturnValue(Date.now() + 6_000);
    await outlineAt(link.url);
    expect(asked).toBe(4);
  } finally {
    now.mockRestore();
  }
});

test('a source that is gone is found out by whoever plays it, not before', async () => {
  answer = 'gone';
  lookAhead(link);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(outlineAt(link.url)).rejects.toMatchObject({ trouble: 'unreadable' });
});
