import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Controller, Get, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesFrom, type HttpHub, startHttpHub } from '../../../test/http-hub.js';
import { Everyone } from '../auth/index.js';
import { Clock } from '../clock.js';
import { PublicResource } from './public-resource.js';

const long = Array.from({ length: 200 }, (_, n) => ({ n, title: '云上科普日' }));

@Controller('api/v1/trials')
class TrialsController {
  @Get('public')
  @Everyone()
  @PublicResource({ maxAgeS: 5 })
  public(): object {
    return { items: long };
  }
}
@Module({ controllers: [TrialsController] })
class TrialsModule {}

let hub: HttpHub;
beforeAll(async () => {
  hub = await startHttpHub({ imports: [TrialsModule] });
});
afterAll(() => hub[Symbol.asyncDispose]());

describe('a public resource', () => {
  const path = '/api/v1/trials/public';

  test('may be read by any page and kept for a while', async () => {
    const { headers } = await hub.ask(path, { headers: { origin: 'https://elsewhere.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('cache-control')).toBe('public, max-age=5');
  });

  test('is not sent again to whoever has it', async () => {
    const etag = (await hub.ask(path)).headers.get('etag') ?? '';
    const again = await hub.ask(path, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await hub.ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('says what time it is at the hub, also when it has not changed', async () => {
    const first = await hub.ask(path);
    const [etag, at] = [first.headers.get('etag') ?? '', Number(first.headers.get('x-hub-time'))];
    expect(Math.abs(at - hub.app.get(Clock).now())).toBeLessThan(5_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const again = await hub.ask(path, { headers: { 'if-none-match': etag } });
    expect([again.status, Number(again.headers.get('x-hub-time')) > at]).toEqual([304, true]);
  });

  test.each([
    ['br', 'gzip, br', brotliDecompressSync],
    ['gzip', 'gzip, br;q=0', gunzipSync],
    [undefined, 'identity', (body: Buffer) => body],
  ] as const)('comes as %s to whoever takes %s', async (coding, accepted, decode) => {
    const { headers, body } = await bytesFrom(hub.url + path, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(coding);
    expect(headers.vary).toContain('Accept-Encoding');
    expect(JSON.parse(decode(body).toString())).toEqual({ items: long });
  });

  test('has the same headers when only they are asked for', async () => {
    const head = await hub.ask(path, { method: 'HEAD' });
    expect(head.headers.get('etag')).toBe((await hub.ask(path)).headers.get('etag'));
  });
});
