import { describe, expect, test } from 'vitest';
import { ownOrigin, ownUrl, routeOf } from './outbound-route.js';

const route = (address: string, loopbackAllowed = false) => routeOf(new URL(address), { loopbackAllowed });

describe('an address somebody typed', () => {
  test.each(['http://live.example/a.m3u8', 'https://live.example', 'http://live.example:8080/', 'https://live.example:8443/'])(
    '%s may be asked',
    (address) => {
      expect(route(address)).toBe('public');
    },
  );

  test.each([
    'ftp://live.example/a',
    'file:///etc/passwd',
    'gopher://live.example:80/',
    'http://live.example:6379/',
    'http://live.example:22/',
    'https://user@live.example/',
    'https://:secret@live.example/',
    'http://[::7f00:1]/',
    'http://[::]/',
  ])('%s is refused before anything is resolved', (address) => {
    expect(route(address)).toBeUndefined();
  });

  test('leads to this machine at any port only when the settings allow it', () => {
    for (const address of ['http://127.0.0.1:9/', 'http://localhost:9/', 'http://[::1]:9/', 'http://2130706433:9/']) {
      expect(route(address, true)).toBe('loopback');
      expect(route(address)).toBeUndefined();
    }
    expect(route('http://127.0.0.1.live.example:9/', true)).toBeUndefined();
  });
});

describe('a root-relative address', () => {
  const origin = ownOrigin('0.0.0.0', 3000);

  test('is the hub’s own demo origin', () => {
    expect(ownUrl('/demo/hls/a/master.m3u8?x=1', origin)?.href).toBe('http://127.0.0.1:3000/demo/hls/a/master.m3u8?x=1');
  });

  test.each(['/api/v1/me', '/demo/../metrics', '/demo/%2e%2e/metrics', '//evil.example/demo/', '/\\evil.example/demo/', '/demo'])(
    '%s is nobody’s to ask for',
    (path) => {
      expect(ownUrl(path, origin)).toBeUndefined();
    },
  );
});
